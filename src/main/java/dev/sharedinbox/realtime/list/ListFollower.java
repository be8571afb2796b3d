package dev.sharedinbox.realtime.list;

import dev.sharedinbox.realtime.feed.Follower;
import dev.sharedinbox.realtime.feed.Listener;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.realtime.tail.LogGap;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One listener's way to being up to date with a list, and then along with its [ListGroup].
///
/// Rows are read after the changes that name them, so they may show more than had happened at a change's
/// position. The group's decisions rest on what it told before, and are right only for those who were told
/// just that. So a listener replays first, see [ListReplay], up to a border that no row at hand lies beyond when it
/// is drawn. From there the group's decisions hold for it, too, see [ListSignals]: a row that comes later and lies
/// beyond it is told, and a chat that such a row shows as taken away leaves with the change that took it. A listener
/// so slow that the group forgot signals it has not seen replays again.
final class ListFollower implements Follower {

    private final Listener listener;
    private final ListGroup group;
    private final ListWay way;
    private final ListReplay replay;
    private final ListSignals signals;
    private final Runnable bell;
    private final Runnable left;
    private boolean live;
    private boolean caughtUp;

    /// @param space the space whose filter the list has
    /// @param start what its client knows
    /// @param progressEvery how many changes it may be spared before it is told how far it got
    /// @param left called when it is closed
    ListFollower(
            Listener listener,
            Optional<UUID> space,
            ListGroup group,
            ListGroup.Mark start,
            int progressEvery,
            Clock clock,
            Runnable bell,
            Runnable left) {
        this.listener = listener;
        this.group = group;
        this.bell = bell;
        this.left = left;
        way = new ListWay(listener, group, start, progressEvery, clock);
        replay = new ListReplay(listener, space, group, way, clock);
        signals = new ListSignals(listener, space, group, way);
    }

    @Override
    public Listener listener() {
        return listener;
    }

    @Override
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public long lag() {
        return live ? signals.lag() : 0;
    }

    @Override
    public boolean mayHaveMore() {
        return !live || lag() > 0;
    }

    @Override
    public String cursor() {
        return way.cursor();
    }

    @Override
    public String cursor(LiveItem item) {
        return way.cursor(item);
    }

    @Override
    public Uni<List<LiveItem>> next(int limit) {
        return step(limit).onFailure(LogGap.class).recoverWithItem(() -> List.of(way.end(ResyncReason.EXPIRED)));
    }

    @Override
    public void close() {
        way.stop();
        left.run();
    }

    private Uni<List<LiveItem>> step(int limit) {
        if (way.hasEnded()) {
            return some(List.of());
        }
        return live ? signals.next(limit).map(ListFollower::some).orElseGet(() -> replayAgain(limit)) : replay(limit);
    }

    private Uni<List<LiveItem>> replay(int limit) {
        return replay.next(limit).chain(items -> items.map(ListFollower::some).orElseGet(() -> goLive(limit)));
    }

    private Uni<List<LiveItem>> replayAgain(int limit) {
        live = false;
        replay.restart();
        signals.skip();
        group.addReplaying(bell);
        return step(limit);
    }

    private Uni<List<LiveItem>> goLive(int limit) {
        live = true;
        signals.begin();
        group.addLive(bell);
        if (caughtUp) {
            return step(limit);
        }
        caughtUp = true;
        return some(List.of(way.catchUp()));
    }

    private static Uni<List<LiveItem>> some(List<LiveItem> items) {
        return Uni.createFrom().item(items);
    }
}
