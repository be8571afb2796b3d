package dev.sharedinbox.realtime.changes;

import dev.sharedinbox.realtime.Feed;
import dev.sharedinbox.realtime.feed.FeedMetrics;
import dev.sharedinbox.realtime.feed.Follower;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.Opening;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.realtime.feed.Topic;
import dev.sharedinbox.realtime.tail.LogConfig;
import dev.sharedinbox.realtime.wire.Patience;
import dev.sharedinbox.realtime.wire.Wire;
import dev.sharedinbox.team.access.Viewer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// The feed as streams for GraphQL subscriptions. A stream pulls when its subscriber asks for more and its socket has
/// room, so a slow client costs one batch.
@ApplicationScoped
class FeedStreams {

    private final Feed feed;
    private final CurrentVertxRequest request;
    private final LogConfig reading;
    private final FeedMetrics metrics;
    private final Patience patience;

    FeedStreams(Feed feed, CurrentVertxRequest request, LogConfig reading, FeedMetrics metrics, Patience patience) {
        this.feed = feed;
        this.request = request;
        this.reading = reading;
        this.metrics = metrics;
        this.patience = patience;
    }

    /// Stream a topic to the client of the current operation; ends after the item that says to load afresh.
    ///
    /// @param view shows an item with its cursor
    <T> Multi<T> open(Uni<Viewer> viewer, Topic topic, Optional<String> after, BiFunction<LiveItem, String, T> view) {
        var bell = new Doorbell();
        var wire = Wire.below(request.getCurrent().request());
        return viewer.chain(who -> feed.follow(who.workspaceId(), viewer, topic, after, bell::ring))
                .onItem()
                .transformToMulti(opening -> switch (opening) {
                    case Opening.Following(var follower) ->
                        stream(follower, bell, wire).map(item -> view.apply(item, follower.cursor(item)));
                    case Opening.Refused(var reason, var cursor) ->
                        refuse(reason).map(item -> view.apply(item, cursor));
                });
    }

    private Multi<LiveItem> refuse(ResyncReason reason) {
        metrics.resynced(reason);
        return Multi.createFrom().item(new LiveItem.Resync(0, reason));
    }

    private Multi<LiveItem> stream(Follower follower, Doorbell bell, Wire wire) {
        metrics.subscribed();
        return Multi.createBy()
                .repeating()
                .uni(() -> room(wire).chain(() -> step(follower, bell)))
                .whilst(FeedStreams::goesOn)
                .onItem()
                .<LiveItem>disjoint()
                .invoke(this::count)
                .onTermination()
                .invoke(() -> {
                    follower.close();
                    metrics.unsubscribed();
                });
    }

    /// Completes when the client has room. One that takes nothing for long is cut off, which cancels its streams.
    private Uni<Void> room(Wire wire) {
        return wire.room().ifNoItem().after(patience.limit()).recoverWithUni(() -> {
            patience.end(wire);
            return Uni.createFrom().nothing();
        });
    }

    /// Return the next items; if there are none, wait for the bell and return none.
    private Uni<List<LiveItem>> step(Follower follower, Doorbell bell) {
        return follower.next(reading.batch())
                .onFailure()
                .retry()
                .withBackOff(reading.poll(), reading.poll().multipliedBy(5))
                .indefinitely()
                .call(items -> items.isEmpty() ? bell.rung() : Uni.createFrom().voidItem());
    }

    private void count(LiveItem item) {
        switch (item) {
            case LiveItem.Notified notified ->
                metrics.notified(notified.notification().kind());
            case LiveItem.Happened _, LiveItem.Left _, LiveItem.Listed _, LiveItem.Counted _ -> metrics.delivered();
            case LiveItem.Resync resync -> metrics.resynced(resync.reason());
            case LiveItem.CaughtUp _, LiveItem.Progress _ -> {}
        }
    }

    private static boolean goesOn(List<LiveItem> items) {
        return items.isEmpty() || !(items.getLast() instanceof LiveItem.Resync);
    }
}
