package dev.sharedinbox.realtime.socket;

import dev.sharedinbox.platform.Loop;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.realtime.feed.FeedMetrics;
import dev.sharedinbox.realtime.feed.Follower;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.realtime.feed.Topic;
import dev.sharedinbox.realtime.tail.LogConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What one connection listens to. Its subscriptions take turns, and a turn begins when the last one's frames are
/// written: however slow the client and however much happens, one batch is under way. Confined to the connection's
/// event loop, except for [#ring].
final class Subscriptions {

    private static final int MAX_RESTARTS = 200;

    private final Context context;
    private final Line line;
    private final LogConfig reading;
    private final FeedMetrics metrics;
    private final int most;
    private final Supplier<Uni<Void>> accessChanged;
    private final Loop loop;
    private final Map<String, Follower> byId = new LinkedHashMap<>();
    /// Where topics go on whose client was told to load afresh.
    private final Map<Topic, String> restarts = new LinkedHashMap<>();

    /// @param accessChanged what to do when the viewer may see other chats than before
    Subscriptions(Context context, Line line, LiveRoom room, Supplier<Uni<Void>> accessChanged) {
        this.context = context;
        this.line = line;
        this.reading = room.reading();
        this.metrics = room.feedMetrics();
        this.most = room.config().limits().subscriptions();
        this.accessChanged = accessChanged;
        this.loop = new Loop(context, this::takeTurns, _ -> ringLater());
    }

    /// Refuse a subscription whose id is in use, or one too many.
    void requireRoomFor(String id) {
        if (byId.containsKey(id)) {
            throw InboxException.invalid("The id is in use on this connection.", "id");
        }
        if (byId.size() >= most) {
            throw new InboxException(ErrorCode.RATE_LIMITED, "Too many subscriptions on this connection.");
        }
    }

    /// The cursor that a topic was last told to go on from after loading afresh, if it was.
    Optional<String> restart(Topic topic) {
        return Optional.ofNullable(restarts.get(topic));
    }

    Uni<Void> add(String id, Follower follower) {
        if (line.isEnding()) {
            follower.close();
        } else {
            byId.put(id, follower);
            metrics.subscribed();
            ring();
        }
        return Uni.createFrom().voidItem();
    }

    void remove(String id) {
        var follower = byId.remove(id);
        if (follower != null) {
            follower.close();
            metrics.unsubscribed();
        }
    }

    void close() {
        loop.stop();
        List.copyOf(byId.keySet()).forEach(this::remove);
    }

    /// Say that there may be more to pull; returns at once, from any thread.
    void ring() {
        loop.ask();
    }

    /// How far behind the slowest live subscription is.
    long lag() {
        return byId.values().stream().mapToLong(Follower::lag).max().orElse(0);
    }

    /// The ids of the subscriptions for which this holds.
    List<String> idsOf(Predicate<Follower> condition) {
        return byId.entrySet().stream()
                .filter(subscription -> condition.test(subscription.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Tell the client to load a topic afresh.
    Uni<Void> resync(String id, Topic topic, ResyncReason reason, String cursor) {
        restarts.put(topic, cursor);
        if (restarts.size() > MAX_RESTARTS) {
            restarts.remove(restarts.keySet().iterator().next());
        }
        metrics.resynced(reason);
        return line.send(new ServerFrame.Resync(id, reason, cursor));
    }

    private Uni<Boolean> takeTurns() {
        return inTurn(List.copyOf(byId.keySet()), this::deliver);
    }

    private Uni<Boolean> deliver(String id) {
        var follower = byId.get(id);
        return follower == null
                ? Uni.createFrom().item(false)
                : follower.next(reading.batch()).chain(items -> deliver(id, follower, items));
    }

    private Uni<Boolean> deliver(String id, Follower follower, List<LiveItem> items) {
        return inTurn(items, item -> deliver(id, follower, item).map(_ -> follower.mayHaveMore()));
    }

    /// Take a step for each, one after the other, and return whether any of them leaves more to do. Most often there is
    /// just one, of one event for each of thousands of connections, hence the short way.
    private static <T> Uni<Boolean> inTurn(List<T> each, Function<T, Uni<Boolean>> step) {
        return switch (each.size()) {
            case 0 -> Uni.createFrom().item(false);
            case 1 -> step.apply(each.getFirst());
            default ->
                Multi.createFrom()
                        .iterable(each)
                        .onItem()
                        .transformToUniAndConcatenate(step::apply)
                        .collect()
                        .asList()
                        .map(left -> left.contains(true));
        };
    }

    private Uni<Void> deliver(String id, Follower follower, LiveItem item) {
        var cursor = follower.cursor(item);
        return switch (item) {
            case LiveItem.Notified notified -> notification(id, cursor, notified);
            case LiveItem.Happened happened ->
                event(id, cursor, happened.entry().json());
            case LiveItem.Left left -> event(id, cursor, left.json());
            case LiveItem.Listed listed -> event(id, cursor, listed.event().json());
            case LiveItem.Counted counted -> event(id, cursor, counted.json());
            case LiveItem.CaughtUp _ -> line.send(new ServerFrame.CaughtUp(id, cursor));
            case LiveItem.Progress _ -> line.send(new ServerFrame.Progress(id, cursor));
            case LiveItem.Resync resync -> end(id, follower.topic(), resync.reason(), cursor);
        };
    }

    private Uni<Void> event(String id, String cursor, String json) {
        metrics.delivered();
        return line.send(new ServerFrame.Event(id, cursor, json));
    }

    private Uni<Void> notification(String id, String cursor, LiveItem.Notified notified) {
        metrics.notified(notified.notification().kind());
        return line.send(new ServerFrame.Event(id, cursor, notified.event().json()));
    }

    private Uni<Void> end(String id, Topic topic, ResyncReason reason, String cursor) {
        remove(id);
        var told = resync(id, topic, reason, cursor);
        return reason == ResyncReason.ACCESS_CHANGED ? told.chain(() -> accessChanged.get()) : told;
    }

    private void ringLater() {
        context.owner().setTimer(reading.poll().toMillis(), _ -> ring());
    }
}
