package dev.sharedinbox.realtime;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.platform.InboxException;
import dev.sharedinbox.team.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// The door to the feed: one for the websocket, GraphQL and REST, so that all of them give the same.
@ApplicationScoped
class Feed {

    private final ChangeLog log;
    private final Cursors cursors;
    private final ChatReader chats;
    private final FeedReader reader;
    private final Tails tails;
    private final ListFeed lists;
    private final CountFeed counts;
    private final Clock clock;
    private final LiveConfig config;

    Feed(
            ChangeLog log,
            Cursors cursors,
            ChatReader chats,
            FeedReader reader,
            Tails tails,
            ListFeed lists,
            CountFeed counts,
            Clock clock,
            LiveConfig config) {
        this.log = log;
        this.cursors = cursors;
        this.chats = chats;
        this.reader = reader;
        this.tails = tails;
        this.lists = lists;
        this.counts = counts;
        this.clock = clock;
        this.config = config;
    }

    /// Follow a topic live, after a cursor, else from now on, until the follower is closed. Counts are told as they are
    /// now, whatever the cursor.
    ///
    /// @param viewer reads the viewer; it is asked when the head is known, so that no change of access is missed
    /// @param bell called when there may be more to pull; it must return at once
    /// @return fails with `NOT_FOUND` when the topic is a chat that the viewer cannot see, with `INVALID_FILTER`
    ///     when it is a list with a wrong filter
    Uni<Opening> follow(UUID workspaceId, Uni<Viewer> viewer, Topic topic, Optional<String> after, Runnable bell) {
        return switch (topic) {
            case Topic.ChatList list -> lists.follow(workspaceId, viewer, list, after, bell);
            case Topic.SpaceCounts spaces -> counts.follow(workspaceId, viewer, spaces, bell);
            case Topic.AllChats _, Topic.OneChat _ ->
                open(workspaceId, viewer, topic, after, workspace -> tails.listen(workspace, bell));
        };
    }

    /// Look at what is there now, without waiting for more.
    Uni<Opening> look(UUID workspaceId, Uni<Viewer> viewer, String after) {
        return open(workspaceId, viewer, new Topic.AllChats(), Optional.of(after), this::stored);
    }

    /// A cursor for the log's head.
    Uni<String> cursor(Viewer viewer) {
        return log.head(viewer.workspaceId()).map(head -> cursor(viewer, head));
    }

    private Uni<Opening> open(
            UUID workspaceId,
            Uni<Viewer> viewer,
            Topic topic,
            Optional<String> after,
            Function<UUID, Entries> entries) {
        return log.head(workspaceId)
                .chain(head -> viewer.call(who -> requireVisible(who, topic)).map(who -> switch (resume(
                        who, head, after)) {
                    case Resume.From(var position) ->
                        new Opening.Following(new LogFollower(
                                new Listener(who, topic),
                                head,
                                position,
                                entries.apply(workspaceId),
                                cursors,
                                config.progressEvery()));
                    case Resume.Afresh(var reason) -> new Opening.Refused(reason, cursor(who, head));
                }));
    }

    private Resume resume(Viewer viewer, LogHead head, Optional<String> after) {
        return after.map(cursor -> cursors.decode(viewer.workspaceId(), viewer.userId(), cursor))
                .map(place -> Resume.at(head, place, config.maxBehind()))
                .orElseGet(() -> new Resume.From(head.position()));
    }

    private String cursor(Viewer viewer, LogHead head) {
        var place = new Cursors.Place(head.life(), head.position(), Optional.of(clock.instant()));
        return cursors.encode(viewer.workspaceId(), viewer.userId(), place);
    }

    private Entries stored(UUID workspaceId) {
        return new Entries() {
            @Override
            public Uni<List<FeedEntry>> after(long position, int limit) {
                return reader.read(workspaceId, position, limit);
            }

            @Override
            public Optional<List<FeedEntry>> atHand(long position, int limit) {
                return Optional.empty();
            }

            @Override
            public long newest() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }

    private Uni<Void> requireVisible(Viewer viewer, Topic topic) {
        return switch (topic) {
            case Topic.AllChats _, Topic.ChatList _, Topic.SpaceCounts _ ->
                Uni.createFrom().voidItem();
            case Topic.OneChat(var chatId) ->
                chats.chats(viewer.workspaceId(), Set.of(chatId))
                        .map(found -> Optional.ofNullable(found.get(chatId))
                                .filter(chat -> viewer.scope().allows(chat.place()))
                                .orElseThrow(() -> InboxException.notFound("chat", "chatId")))
                        .replaceWithVoid();
        };
    }
}
