package dev.sharedinbox.realtime;

import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.Cursors.Place;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.realtime.TimeMoves.Passage;
import dev.sharedinbox.realtime.list.ListRing.Numbered;
import dev.sharedinbox.realtime.list.ListSignal;
import dev.sharedinbox.realtime.list.Sighting;
import dev.sharedinbox.team.Viewer;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One listener's way to being up to date with a list, and then along with its [ListGroup].
///
/// Rows are read after the changes that name them, so they may show more than had happened at a change's
/// position. The group's decisions rest on what it told before, and are right only for those who were told
/// just that. So a listener replays first, on its own and without relying on any past: what time did since
/// its cursor, then every change after its cursor, up to a border that no row at hand lies beyond when it
/// is drawn. From there the group's decisions hold for it, too: a row that comes later and lies beyond it
/// is told, and a chat that such a row shows as taken away leaves with the change that took it. A listener
/// so slow that the group forgot signals it has not seen replays again.
final class ListFollower implements Follower {

    private static final long UNKNOWN = -1;

    private final Viewer viewer;
    private final Topic topic;
    private final Optional<UUID> space;
    private final ListGroup group;
    private final ListGroups groups;
    private final LogHead head;
    private final Cursors cursors;
    private final LiveConfig config;
    private final Clock clock;
    private final Runnable bell;
    /// The newest position it has looked at.
    private long position;
    /// The newest position its client has a cursor for.
    private long told;
    /// Until when its client was told what time alone did.
    private Instant asOf;
    /// Whether it has to find out what time did since then.
    private boolean timeIsDue;
    /// Where its own replay may end; unknown until everything before was read.
    private long border = UNKNOWN;
    /// The group's newest signal it has looked at.
    private long number;
    private boolean live;
    /// Where it went live.
    private long liveSince;
    private boolean caughtUp;
    private boolean ended;

    /// @param space the space whose filter the list has
    /// @param start what its client knows
    ListFollower(
            Viewer viewer,
            Topic topic,
            Optional<UUID> space,
            ListGroup group,
            ListGroups groups,
            LogHead head,
            ListGroup.Mark start,
            Cursors cursors,
            LiveConfig config,
            Clock clock,
            Runnable bell) {
        this.viewer = viewer;
        this.topic = topic;
        this.space = space;
        this.group = group;
        this.groups = groups;
        this.head = head;
        this.cursors = cursors;
        this.config = config;
        this.clock = clock;
        this.bell = bell;
        position = start.position();
        told = start.position();
        asOf = start.asOf();
        timeIsDue = group.list().movesWithTime();
        number = group.ring().last();
    }

    @Override
    public Viewer viewer() {
        return viewer;
    }

    @Override
    public Topic topic() {
        return topic;
    }

    @Override
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public long lag() {
        return live ? group.ring().last() - number : 0;
    }

    @Override
    public boolean mayHaveMore() {
        return !live || lag() > 0;
    }

    @Override
    public String cursor() {
        return cursor(position, asOf);
    }

    @Override
    public String cursor(LiveItem item) {
        return switch (item) {
            case LiveItem.Listed listed ->
                cursor(listed.position(), listed.moved().asOf());
            case LiveItem.Happened _,
                    LiveItem.Left _,
                    LiveItem.Counted _,
                    LiveItem.CaughtUp _,
                    LiveItem.Progress _,
                    LiveItem.Resync _ -> cursor(item.position(), asOf);
        };
    }

    @Override
    public Uni<List<LiveItem>> next(int limit) {
        return step(limit).onFailure(LogGap.class).recoverWithItem(() -> List.of(end(ResyncReason.EXPIRED)));
    }

    @Override
    public void close() {
        ended = true;
        groups.leave(group, bell);
    }

    private Uni<List<LiveItem>> step(int limit) {
        if (ended) {
            return some(List.of());
        }
        if (live) {
            var signals = group.mark();
            return group.ring()
                    .after(number, limit)
                    .map(found -> some(take(found, signals, found.size() < limit)))
                    .orElseGet(() -> replayAgain(limit));
        }
        return timeIsDue ? lookAtClock(limit) : replay(limit);
    }

    private Uni<List<LiveItem>> replayAgain(int limit) {
        live = false;
        border = UNKNOWN;
        timeIsDue = group.list().movesWithTime();
        number = group.ring().last();
        group.addReplaying(bell);
        return step(limit);
    }

    private Uni<List<LiveItem>> lookAtClock(int limit) {
        var now = clock.instant();
        return group.passage(asOf, now)
                .chain(passage -> passage.map(passed -> afterwards(limit, moved(passed, now)))
                        .orElseGet(() -> some(List.of(end(ResyncReason.TOO_MANY)))));
    }

    private List<LiveItem> moved(Passage passage, Instant now) {
        var items = passage.moves().stream()
                .map(moved -> ListSignal.Moved.of(
                        group.list(),
                        now,
                        position,
                        asOf,
                        true,
                        moved.move(),
                        moved.row().chatId(),
                        moved.row()))
                .<LiveItem>map(moved -> new LiveItem.Listed(position, moved))
                .toList();
        asOf = now;
        timeIsDue = false;
        return items;
    }

    private Uni<List<LiveItem>> replay(int limit) {
        if (group.entries().newest() < position) {
            return some(List.of());
        }
        var recent = group.entries().atHand(position, limit);
        if (recent.isEmpty()) {
            border = UNKNOWN;
            return group.entries().after(position, limit).chain(found -> afterwards(limit, look(found)));
        }
        if (border == UNKNOWN) {
            return group.head().chain(newest -> {
                border = newest;
                return step(limit);
            });
        }
        if (position < border) {
            var found = recent.get();
            return found.isEmpty() ? some(List.of()) : afterwards(limit, look(found));
        }
        return group.mark().position() < position ? some(List.of()) : goLive(limit);
    }

    /// Of a chat that changed several times, the newest row is enough.
    private List<LiveItem> look(List<FeedEntry> found) {
        var moved = new LinkedHashMap<UUID, LiveItem>();
        for (var entry : found) {
            position = entry.position();
            if (entry.accessChangedOf().filter(viewer.userId()::equals).isPresent()) {
                return List.of(end(ResyncReason.ACCESS_CHANGED));
            }
            if (entry.listChangedOf().equals(space) && space.isPresent()) {
                return List.of(end(ResyncReason.SPACE_CHANGED));
            }
            entry.sighting().map(Sighting::unsure).flatMap(this::decide).ifPresent(item -> {
                moved.remove(item.moved().chatId());
                moved.put(item.moved().chatId(), item);
            });
        }
        var items = new ArrayList<>(moved.values());
        tell(items);
        return items;
    }

    private Optional<LiveItem.Listed> decide(Sighting seen) {
        var now = clock.instant();
        return group.list()
                .decide(seen, now, asOf)
                .map(move ->
                        ListSignal.Moved.of(group.list(), now, position, asOf, false, move, seen.chatId(), seen.row()))
                .map(moved -> new LiveItem.Listed(position, moved));
    }

    private Uni<List<LiveItem>> goLive(int limit) {
        live = true;
        liveSince = position;
        group.addLive(bell);
        if (caughtUp) {
            return step(limit);
        }
        caughtUp = true;
        told = position;
        return some(List.of(new LiveItem.CaughtUp(position)));
    }

    private List<LiveItem> take(List<Numbered> found, ListGroup.Mark mark, boolean all) {
        var items = new ArrayList<LiveItem>();
        for (var numbered : found) {
            number = numbered.number();
            take(numbered.signal(), items);
            if (ended) {
                return items;
            }
        }
        if (all) {
            position = Math.max(position, mark.position());
            asOf = later(asOf, mark.asOf());
        }
        tell(items);
        return items;
    }

    private void take(ListSignal signal, List<LiveItem> items) {
        var isNews = signal.position() > liveSince;
        switch (signal) {
            case ListSignal.Moved moved -> {
                if (isNews || moved.byTime()) {
                    position = Math.max(position, moved.position());
                    items.add(new LiveItem.Listed(position, moved));
                }
            }
            case ListSignal.AccessChanged changed -> {
                if (isNews && changed.userId().equals(viewer.userId())) {
                    items.add(end(ResyncReason.ACCESS_CHANGED));
                }
            }
            case ListSignal.SpaceChanged changed -> {
                if (isNews && space.filter(changed.spaceId()::equals).isPresent()) {
                    items.add(end(ResyncReason.SPACE_CHANGED));
                }
            }
            case ListSignal.Overrun _ -> items.add(end(ResyncReason.TOO_MANY));
        }
    }

    /// A listener that is told little still learns a newer cursor now and then.
    private void tell(List<LiveItem> items) {
        if (position - told >= config.progressEvery()) {
            items.add(new LiveItem.Progress(position));
        }
        if (!items.isEmpty()) {
            told = items.getLast().position();
        }
    }

    private LiveItem end(ResyncReason reason) {
        ended = true;
        asOf = clock.instant();
        return new LiveItem.Resync(Math.max(head.position(), group.mark().position()), reason);
    }

    /// Give the items, or go on if there is nothing to tell.
    private Uni<List<LiveItem>> afterwards(int limit, List<LiveItem> items) {
        return items.isEmpty() ? step(limit) : some(items);
    }

    private String cursor(long at, Instant time) {
        var timed = group.list().movesWithTime() ? Optional.of(time) : Optional.<Instant>empty();
        return cursors.encode(viewer.workspaceId(), viewer.userId(), new Place(head.life(), at, timed));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Uni<List<LiveItem>> some(List<LiveItem> items) {
        return Uni.createFrom().item(items);
    }
}
