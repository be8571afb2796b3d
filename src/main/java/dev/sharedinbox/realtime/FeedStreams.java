package dev.sharedinbox.realtime;

import dev.sharedinbox.team.Viewer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// The feed as streams for GraphQL subscriptions. A stream pulls when its subscriber asks for more and its socket has
/// room, so a slow client costs one batch.
@ApplicationScoped
class FeedStreams {

    private final Feed feed;
    private final SocketRooms sockets;
    private final LiveConfig config;
    private final LiveMetrics metrics;

    FeedStreams(Feed feed, SocketRooms sockets, LiveConfig config, LiveMetrics metrics) {
        this.feed = feed;
        this.sockets = sockets;
        this.config = config;
        this.metrics = metrics;
    }

    /// Stream a topic to the client of the current operation; ends after `resyncRequired`.
    Multi<ChangeView> open(Uni<Viewer> viewer, Topic topic, Optional<String> after) {
        var bell = new Doorbell();
        var socket = sockets.current();
        return viewer.chain(who -> feed.follow(who.workspaceId(), viewer, topic, after, bell::ring))
                .onItem()
                .transformToMulti(opening -> switch (opening) {
                    case Opening.Following(var follower) -> stream(follower, bell, socket);
                    case Opening.Refused(var reason, var cursor) -> refuse(reason, cursor);
                });
    }

    private Multi<ChangeView> refuse(ResyncReason reason, String cursor) {
        metrics.resynced(reason);
        return Multi.createFrom().item(ChangeView.resync(reason, cursor));
    }

    private Multi<ChangeView> stream(Follower follower, Doorbell bell, SocketRoom socket) {
        metrics.subscribed();
        return Multi.createBy()
                .repeating()
                .uni(() -> socket.room().chain(() -> next(follower, bell)))
                .whilst(FeedStreams::goesOn)
                .onItem()
                .<LiveItem>disjoint()
                .map(item -> view(follower, item))
                .onTermination()
                .invoke(() -> {
                    follower.close();
                    metrics.unsubscribed();
                });
    }

    /// The next items, waited for.
    private Uni<List<LiveItem>> next(Follower follower, Doorbell bell) {
        return follower.next(config.batch())
                .onFailure()
                .retry()
                .withBackOff(config.poll(), config.poll().multipliedBy(5))
                .indefinitely()
                .chain(items -> items.isEmpty()
                        ? bell.rung().chain(() -> next(follower, bell))
                        : Uni.createFrom().item(items));
    }

    private ChangeView view(Follower follower, LiveItem item) {
        switch (item) {
            case LiveItem.Happened _, LiveItem.Left _ -> metrics.delivered();
            case LiveItem.Resync resync -> metrics.resynced(resync.reason());
            case LiveItem.CaughtUp _, LiveItem.Progress _ -> {}
        }
        return ChangeView.of(item, follower.cursor(item));
    }

    private static boolean goesOn(List<LiveItem> items) {
        return !(items.getLast() instanceof LiveItem.Resync);
    }
}
