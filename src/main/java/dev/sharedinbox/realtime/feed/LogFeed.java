package dev.sharedinbox.realtime.feed;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.notification.NotificationSettings;
import dev.sharedinbox.notification.NotificationSettingsView;
import dev.sharedinbox.notification.NotifiedChats;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.realtime.tail.Entries;
import dev.sharedinbox.realtime.tail.FeedReader;
import dev.sharedinbox.realtime.tail.LogConfig;
import dev.sharedinbox.realtime.tail.StoredEntries;
import dev.sharedinbox.realtime.tail.Tails;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// The door to the log itself: everything a viewer may see, or one chat.
@ApplicationScoped
public class LogFeed {

    private final ChangeLog log;
    private final Cursors cursors;
    private final ChatReader chats;
    private final NotificationSettings notifications;
    private final FeedReader reader;
    private final Tails tails;
    private final Clock clock;
    private final LogConfig config;

    LogFeed(
            ChangeLog log,
            Cursors cursors,
            ChatReader chats,
            NotificationSettings notifications,
            FeedReader reader,
            Tails tails,
            Clock clock,
            LogConfig config) {
        this.log = log;
        this.cursors = cursors;
        this.chats = chats;
        this.notifications = notifications;
        this.reader = reader;
        this.tails = tails;
        this.clock = clock;
        this.config = config;
    }

    /// Follow everything, or one chat, after a cursor, else from now on, until the follower is closed.
    ///
    /// @param bell called when there may be more to pull; it must return at once
    /// @return fails with `NOT_FOUND` when the topic is a chat that the viewer cannot see
    public Uni<Opening> follow(
            UUID workspaceId, Uni<Viewer> viewer, Topic topic, Optional<String> after, Runnable bell) {
        return open(workspaceId, viewer, topic, after, workspace -> tails.listen(workspace, bell));
    }

    /// Look at what is there now, without waiting for more.
    public Uni<Opening> look(UUID workspaceId, Uni<Viewer> viewer, String after) {
        return open(
                workspaceId,
                viewer,
                new Topic.AllChats(),
                Optional.of(after),
                workspace -> new StoredEntries(reader, workspace));
    }

    /// A cursor for the log's head.
    public Uni<String> cursor(Viewer viewer) {
        return log.head(viewer.workspaceId())
                .map(head -> cursor(new Listener(viewer, new Topic.AllChats(), head, cursors)));
    }

    private Uni<Opening> open(
            UUID workspaceId,
            Uni<Viewer> viewer,
            Topic topic,
            Optional<String> after,
            Function<UUID, Entries> entries) {
        return log.head(workspaceId)
                .chain(head -> viewer.call(who -> requireVisible(who, topic))
                        .chain(who -> wanted(who, topic)
                                .map(wanted -> open(new Listener(who, topic, head, cursors), wanted, after, entries))));
    }

    /// Notifications come with everything, and not again with one chat.
    private Uni<NotifiedChats> wanted(Viewer viewer, Topic topic) {
        return topic instanceof Topic.AllChats
                ? notifications.of(viewer).map(NotificationSettingsView::chats)
                : Uni.createFrom().item(NotifiedChats.NONE);
    }

    private Opening open(
            Listener listener, NotifiedChats wanted, Optional<String> after, Function<UUID, Entries> entries) {
        var viewer = listener.viewer();
        return switch (resume(viewer, listener.head(), after)) {
            case Resume.From(var position) ->
                new Opening.Following(new LogFollower(
                        listener,
                        position,
                        entries.apply(viewer.workspaceId()),
                        new Attention(listener, wanted),
                        config.progressEvery()));
            case Resume.Afresh(var reason) -> new Opening.Refused(reason, cursor(listener));
        };
    }

    private Resume resume(Viewer viewer, LogHead head, Optional<String> after) {
        return after.map(cursor -> cursors.decode(viewer.workspaceId(), viewer.userId(), cursor))
                .map(place -> Resume.at(head, place, config.maxBehind()))
                .orElseGet(() -> new Resume.From(head.position()));
    }

    private String cursor(Listener listener) {
        return listener.cursor(listener.head().position(), Optional.of(clock.instant()));
    }

    private Uni<Void> requireVisible(Viewer viewer, Topic topic) {
        return topic instanceof Topic.OneChat(var chatId)
                ? chats.chats(viewer.workspaceId(), Set.of(chatId))
                        .map(found -> Optional.ofNullable(found.get(chatId))
                                .filter(chat -> viewer.scope().allows(chat.place()))
                                .orElseThrow(() -> InboxException.notFound("chat", "chatId")))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
