package dev.sharedinbox.realtime.count;

import dev.sharedinbox.chat.list.tally.ChatTally;
import dev.sharedinbox.chat.list.tally.CountedList;
import dev.sharedinbox.realtime.list.ListGroup;
import dev.sharedinbox.realtime.list.ListGroups;
import dev.sharedinbox.realtime.list.LiveList;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All listeners of this node who look at the count of the same list. It is stale when the list's [ListGroup] decided
/// something that may change it, and only then; a [CountBoard] counts it anew, once for all of them.
final class CountGroup {

    private final LiveList list;
    private final Consumer<CountGroup> stale;
    private final Runnable bell = this::look;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    /// Those who wait for a newer count, be it the same.
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ListGroup source;
    private volatile @Nullable Count newest;
    private volatile Instant triedAt = Instant.MIN;
    private volatile boolean closed;

    /// A count.
    ///
    /// @param position the log's head when it was made
    /// @param news what the list's group had decided by then, see [ListGroup#news]
    private record Count(ChatTally tally, long position, long news) {}

    /// @param stale told whenever it has to be counted
    CountGroup(LiveList list, Consumer<CountGroup> stale) {
        this.list = list;
        this.stale = stale;
    }

    LiveList list() {
        return list;
    }

    CountedList counted() {
        return new CountedList(list.scope(), list.condition());
    }

    /// Begin. The bell may ring before the source is known, hence a look afterwards.
    void open(ListGroups groups) {
        source = groups.join(list, bell);
        look();
    }

    void close(ListGroups groups) {
        closed = true;
        var left = source;
        if (left != null) {
            groups.leave(left, bell);
        }
    }

    /// Whether it is over, so that counting it is of no use.
    boolean isClosed() {
        return closed;
    }

    void add(Runnable listener) {
        listeners.add(listener);
    }

    /// Return whether nobody listens any more.
    boolean remove(Runnable listener) {
        waiting.remove(listener);
        listeners.remove(listener);
        return listeners.isEmpty();
    }

    /// The newest count, if it knows everything up to a position; else the listener is rung when there is one.
    Optional<ChatTally> tally(long position, Runnable listener) {
        if (!reaches(position)) {
            waiting.add(listener);
            stale.accept(this);
        }
        return reaches(position) ? tally() : Optional.empty();
    }

    Optional<ChatTally> tally() {
        return Optional.ofNullable(newest).map(Count::tally);
    }

    /// What the list's group has decided so far, to be read before counting; empty before it has begun.
    Optional<Long> news() {
        return Optional.ofNullable(source)
                .filter(group -> group.mark().position() >= 0)
                .map(ListGroup::news);
    }

    boolean isDue(Instant now, Duration interval) {
        return triedAt.equals(Instant.MIN) || !triedAt.plus(interval).isAfter(now);
    }

    /// When it was last counted, or tried to be; before all times if never.
    Instant triedAt() {
        return triedAt;
    }

    void tried(Instant now) {
        triedAt = now;
    }

    void counted(ChatTally tally, long position, long news) {
        var before = tally();
        newest = new Count(tally, position, news);
        var waited = Set.copyOf(waiting);
        waiting.removeAll(waited);
        (before.equals(Optional.of(tally)) ? waited : listeners).forEach(Runnable::run);
    }

    /// A count stays right while its list's group decides nothing that may change it.
    private boolean reaches(long position) {
        var count = newest;
        var group = source;
        if (count == null || group == null) {
            return false;
        }
        var decided = group.mark().position();
        return count.position() >= position || (decided >= position && group.news() == count.news());
    }

    /// It goes live before it looks, so that no decision falls in between.
    private void look() {
        var group = source;
        if (group == null || group.mark().position() < 0) {
            return;
        }
        group.addLive(bell);
        var count = newest;
        if (count == null || group.news() != count.news()) {
            stale.accept(this);
        }
    }
}
