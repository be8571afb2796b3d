package dev.sharedinbox.realtime.socket;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.realtime.feed.Follower;
import dev.sharedinbox.realtime.feed.Topic;
import dev.sharedinbox.realtime.presence.Attendance;
import dev.sharedinbox.realtime.presence.Audience;
import dev.sharedinbox.realtime.presence.Doing;
import dev.sharedinbox.realtime.presence.PresenceEvent;
import dev.sharedinbox.realtime.presence.Presences;
import dev.sharedinbox.team.access.ChatPlace;
import dev.sharedinbox.team.access.Viewer;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A connection's part in who is typing and viewing: says what its user does, and tells its subscriptions what
/// others do. It reads the same subscriptions as the feed but none of its cursors. Confined to the connection's event
/// loop, except for [#tell].
final class Attending implements Audience {

    private final Context context;
    private final Line line;
    private final Subscriptions subscriptions;
    private final SocketMetrics metrics;
    private final Attendance attendance;

    Attending(
            UUID workspaceId,
            Supplier<Uni<Viewer>> viewer,
            Presences presences,
            Context context,
            Line line,
            Subscriptions subscriptions,
            SocketMetrics metrics) {
        this.context = context;
        this.line = line;
        this.subscriptions = subscriptions;
        this.metrics = metrics;
        attendance = presences.attend(workspaceId, viewer, this);
    }

    Uni<Void> typing(ClientFrame.Typing frame) {
        var chatId = chat(frame.chatId());
        if (frame.on()) {
            return attendance.begin(Doing.TYPING, chatId);
        }
        attendance.end(Doing.TYPING, chatId);
        return Uni.createFrom().voidItem();
    }

    Uni<Void> viewing(ClientFrame.Viewing frame) {
        if (frame.chatId() != null) {
            return attendance.begin(Doing.VIEWING, chat(frame.chatId()));
        }
        attendance.end(Doing.VIEWING);
        return Uni.createFrom().voidItem();
    }

    /// The connection is alive.
    Uni<Void> renew() {
        return attendance.renew();
    }

    /// Tell a new subscription to a chat who views it.
    Uni<Void> greet(String id, Topic topic) {
        return topic instanceof Topic.OneChat(var chatId)
                ? send(List.of(id), attendance.viewersOf(chatId))
                : Uni.createFrom().voidItem();
    }

    void close() {
        attendance.close();
    }

    @Override
    public void tell(PresenceEvent event, ChatPlace place) {
        context.runOnContext(_ -> send(subscriptions.idsOf(follower -> isFor(follower, event, place)), List.of(event))
                .subscribe()
                .with(_ -> {}, failure -> Log.debug("A connection was gone already", failure)));
    }

    private static boolean isFor(Follower follower, PresenceEvent event, ChatPlace place) {
        return wants(follower.topic(), event) && follower.viewer().scope().allows(place);
    }

    private static boolean wants(Topic topic, PresenceEvent event) {
        return topic instanceof Topic.AllChats
                ? event.doing() == Doing.VIEWING
                : topic instanceof Topic.OneChat(var chatId) && chatId.equals(event.chatId());
    }

    /// What counts for seconds is the first that a client who does not keep up can do without.
    private Uni<Void> send(List<String> ids, List<PresenceEvent> events) {
        if (!line.isEnding() && !line.hasRoom()) {
            metrics.presenceDropped(ids.size() * events.size());
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(line.isEnding() ? List.<String>of() : ids)
                .onItem()
                .transformToMultiAndConcatenate(id ->
                        Multi.createFrom().iterable(events).map(event -> new ServerFrame.Event(id, null, event.json())))
                .onItem()
                .transformToUniAndConcatenate(line::send)
                .collect()
                .last();
    }

    private static UUID chat(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(Ids::parse).orElseThrow(() -> InboxException.notFound("chat", "chatId"));
    }
}
