package dev.sharedinbox.realtime.list;

import dev.sharedinbox.realtime.feed.Listener;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.ResyncReason;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far one listener to a list has come, and what its client knows of that.
final class ListWay {

    private final Listener listener;
    private final ListGroup group;
    private final int progressEvery;
    private final Clock clock;
    /// The newest position it has looked at.
    private long position;
    /// The newest position its client has a cursor for.
    private long told;
    /// Until when its client was told what time alone did.
    private Instant asOf;
    private boolean ended;

    /// @param start what its client knows
    ListWay(Listener listener, ListGroup group, ListGroup.Mark start, int progressEvery, Clock clock) {
        this.listener = listener;
        this.group = group;
        this.progressEvery = progressEvery;
        this.clock = clock;
        position = start.position();
        told = start.position();
        asOf = start.asOf();
    }

    /// The newest position it has looked at.
    long position() {
        return position;
    }

    /// Until when its client was told what time alone did.
    Instant asOf() {
        return asOf;
    }

    /// Whether it was told to load afresh, or listens no more.
    boolean hasEnded() {
        return ended;
    }

    /// It has looked at a position; an older one than before changes nothing.
    void reach(long newer) {
        position = Math.max(position, newer);
    }

    /// It was told what time did until a moment; an earlier one than before changes nothing.
    void reach(Instant later) {
        asOf = later.isAfter(asOf) ? later : asOf;
    }

    /// It found out by itself what time did until now.
    void lookedAtClock(Instant now) {
        asOf = now;
    }

    /// Tell these items. A listener that is told little still learns a newer cursor now and then.
    List<LiveItem> tell(List<? extends LiveItem> found) {
        var items = new ArrayList<LiveItem>(found);
        if (position - told >= progressEvery) {
            items.add(new LiveItem.Progress(position));
        }
        if (!items.isEmpty()) {
            told = items.getLast().position();
        }
        return items;
    }

    /// Tell that it is up to date.
    LiveItem catchUp() {
        told = position;
        return new LiveItem.CaughtUp(position);
    }

    /// Tell that its client must load afresh, which is as good as having come up to the newest position known.
    LiveItem end(ResyncReason reason) {
        ended = true;
        asOf = clock.instant();
        return new LiveItem.Resync(
                Math.max(listener.head().position(), group.mark().position()), reason);
    }

    /// It listens no more.
    void stop() {
        ended = true;
    }

    String cursor() {
        return cursor(position, asOf);
    }

    String cursor(LiveItem item) {
        return cursor(
                item.position(),
                item instanceof LiveItem.Listed listed ? listed.event().asOf() : asOf);
    }

    private String cursor(long at, Instant time) {
        return listener.cursor(at, group.list().movesWithTime() ? Optional.of(time) : Optional.empty());
    }
}
