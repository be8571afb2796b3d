package dev.sharedinbox.realtime.socket;

import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.realtime.Feed;
import dev.sharedinbox.realtime.feed.Opening;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/// Begins the subscriptions of one connection.
final class Subscribing {

    private final Feed feed;
    private final Subscriptions subscriptions;
    private final Supplier<Uni<Viewer>> viewer;

    /// @param viewer reads who the connection speaks as and what they may now
    Subscribing(Feed feed, Subscriptions subscriptions, Supplier<Uni<Viewer>> viewer) {
        this.feed = feed;
        this.subscriptions = subscriptions;
        this.viewer = viewer;
    }

    /// Follow what a frame asks for, from its cursor, or where the topic was resynchronized last, or hello's.
    ///
    /// @return fails with what the frame is refused for
    Uni<Void> begin(Terms agreed, String id, ClientFrame.Subscribe frame) {
        requireShort(id);
        subscriptions.requireRoomFor(id);
        var topic = TopicFrame.read(frame);
        var cursor = Optional.ofNullable(frame.after())
                .or(() -> subscriptions.restart(topic))
                .orElse(agreed.cursor());
        return feed.follow(agreed.viewer().workspaceId(), viewer.get(), topic, Optional.of(cursor), subscriptions::ring)
                .chain(opening -> switch (opening) {
                    case Opening.Following(var follower) ->
                        subscriptions
                                .add(id, follower)
                                .chain(() -> agreed.attending().greet(id, topic));
                    case Opening.Refused(var reason, var head) -> subscriptions.resync(id, topic, reason, head);
                });
    }

    /// It comes back with every event.
    private static void requireShort(String id) {
        if (id.length() > Heading.LONGEST_ID) {
            throw InboxException.invalid("An id has at most " + Heading.LONGEST_ID + " characters.", "id");
        }
    }
}
