package dev.sharedinbox.realtime.list;

import dev.sharedinbox.realtime.feed.Listener;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.realtime.list.TimeMoves.Passage;
import dev.sharedinbox.realtime.row.Sighting;
import dev.sharedinbox.realtime.tail.FeedEntry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A listener's way to being up to date with a list, on its own and without relying on any past: what time did since
/// its cursor, then every change after its cursor, up to a border that no row at hand lies beyond when it is drawn.
final class ListReplay {

    private static final long UNKNOWN = -1;

    private final Listener listener;
    private final Optional<UUID> space;
    private final ListGroup group;
    private final ListWay way;
    private final Clock clock;
    /// Whether it has to find out what time did.
    private boolean timeIsDue;
    /// Where it may end; unknown until everything before was read.
    private long border = UNKNOWN;

    /// @param space the space whose filter the list has
    ListReplay(Listener listener, Optional<UUID> space, ListGroup group, ListWay way, Clock clock) {
        this.listener = listener;
        this.space = space;
        this.group = group;
        this.way = way;
        this.clock = clock;
        timeIsDue = group.list().movesWithTime();
    }

    /// Begin again, from where the listener is.
    void restart() {
        border = UNKNOWN;
        timeIsDue = group.list().movesWithTime();
    }

    /// Return the next items, none while there is nothing to go on with; empty when it is over and the group's
    /// decisions hold for the listener, too.
    Uni<Optional<List<LiveItem>>> next(int limit) {
        if (way.hasEnded()) {
            return give(List.of());
        }
        return timeIsDue ? lookAtClock(limit) : read(limit);
    }

    private Uni<Optional<List<LiveItem>>> lookAtClock(int limit) {
        var now = clock.instant();
        return group.passage(way.asOf(), now)
                .chain(passage -> passage.map(passed -> giveOrGoOn(limit, moved(passed, now)))
                        .orElseGet(() -> give(List.of(way.end(ResyncReason.TOO_MANY)))));
    }

    private List<LiveItem> moved(Passage passage, Instant now) {
        var items = passage.moves().stream()
                .map(moved -> group.list().tell(moved.move(), moved.row(), way.position(), now, way.asOf()))
                .<LiveItem>map(event -> new LiveItem.Listed(way.position(), event))
                .toList();
        way.lookedAtClock(now);
        timeIsDue = false;
        return items;
    }

    private Uni<Optional<List<LiveItem>>> read(int limit) {
        if (group.board().entries().newest() < way.position()) {
            return give(List.of());
        }
        var recent = group.board().entries().atHand(way.position(), limit);
        if (recent.isEmpty()) {
            border = UNKNOWN;
            return group.board().entries().after(way.position(), limit).chain(found -> giveOrGoOn(limit, look(found)));
        }
        if (border == UNKNOWN) {
            return group.board().head().chain(newest -> {
                border = newest;
                return next(limit);
            });
        }
        if (way.position() < border) {
            var found = recent.get();
            return found.isEmpty() ? give(List.of()) : giveOrGoOn(limit, look(found));
        }
        return group.board().position() < way.position()
                ? give(List.of())
                : Uni.createFrom().item(Optional.empty());
    }

    /// Of a chat that changed several times, the newest row is enough.
    private List<LiveItem> look(List<FeedEntry> found) {
        var moved = new LinkedHashMap<UUID, LiveItem>();
        for (var entry : found) {
            way.reach(entry.position());
            if (entry.changesAccessOf(listener.viewer())) {
                return List.of(way.end(ResyncReason.ACCESS_CHANGED));
            }
            if (space.isPresent() && entry.listChangedOf().equals(space)) {
                return List.of(way.end(ResyncReason.SPACE_CHANGED));
            }
            entry.sighting().map(Sighting::unsure).flatMap(this::tell).ifPresent(item -> {
                moved.remove(item.event().chatId());
                moved.put(item.event().chatId(), item);
            });
        }
        return way.tell(List.copyOf(moved.values()));
    }

    private Optional<LiveItem.Listed> tell(Sighting seen) {
        return group.list()
                .tell(seen, way.position(), clock.instant(), way.asOf())
                .map(event -> new LiveItem.Listed(way.position(), event));
    }

    /// Give the items, or go on if there is nothing to tell.
    private Uni<Optional<List<LiveItem>>> giveOrGoOn(int limit, List<LiveItem> items) {
        return items.isEmpty() ? next(limit) : give(items);
    }

    private static Uni<Optional<List<LiveItem>>> give(List<LiveItem> items) {
        return Uni.createFrom().item(Optional.of(items));
    }
}
