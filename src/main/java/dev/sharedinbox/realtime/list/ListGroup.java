package dev.sharedinbox.realtime.list;

import dev.sharedinbox.realtime.list.TimeMoves.Passage;
import dev.sharedinbox.realtime.row.ListMove;
import dev.sharedinbox.realtime.row.Sighting;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// All listeners of this node who look at the same list. Once for all of them, it decides what a change means for the
/// list when its [ListBoard] asks and, every now and then, what time alone did to it. Only what means something wakes
/// those who are live.
///
/// What it tells is exact for listeners who were told everything before; see [ListFollower] for how one
/// becomes such. It decides on its board's context; anybody may look at what it decided.
public final class ListGroup {

    private final LiveList list;
    private final ListBoard board;
    private final TimeMoves timeMoves;
    private final ListMetrics metrics;
    private final Clock clock;
    private final ListRing ring;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> live = ConcurrentHashMap.newKeySet();
    private volatile Instant asOf;
    /// How often something was decided that may change how many chats, or unread chats, there are.
    private final AtomicLong news = new AtomicLong();

    /// How far it is.
    ///
    /// @param position the newest change decided about; -1 before it began
    /// @param asOf until when it is decided what time alone did
    public record Mark(long position, Instant asOf) {}

    ListGroup(
            LiveList list, ListBoard board, TimeMoves timeMoves, ListConfig config, ListMetrics metrics, Clock clock) {
        this.list = list;
        this.board = board;
        this.timeMoves = timeMoves;
        this.metrics = metrics;
        this.clock = clock;
        ring = new ListRing(config.ring());
        asOf = clock.instant();
    }

    LiveList list() {
        return list;
    }

    ListBoard board() {
        return board;
    }

    ListRing ring() {
        return ring;
    }

    /// How far it is.
    public Mark mark() {
        return new Mark(board.position(), asOf);
    }

    /// A number that grows whenever something is decided that may change how many chats are in the list, or how many
    /// of them are unread. It grows before [#mark] moves on.
    public long news() {
        return news.get();
    }

    /// What time alone did to the list; empty when that is too much to tell.
    Uni<Optional<Passage>> passage(Instant from, Instant to) {
        return timeMoves.between(list, from, to);
    }

    /// Ring at every step, for a listener on the way to being live.
    void addReplaying(Runnable bell) {
        listeners.add(bell);
        live.remove(bell);
        board.ringAtEveryStep(bell);
    }

    /// Ring only when there is something to tell.
    public void addLive(Runnable bell) {
        live.add(bell);
        board.ringNoMore(bell);
    }

    /// Return whether nobody listens any more.
    boolean remove(Runnable bell) {
        listeners.remove(bell);
        live.remove(bell);
        board.ringNoMore(bell);
        return listeners.isEmpty();
    }

    /// Wake those who are live.
    void wake() {
        live.forEach(Runnable::run);
    }

    /// Tell everybody something that is about no chat.
    void tell(ListSignal signal) {
        ring.add(signal);
    }

    /// Decide what a change means, and return whether it means anything.
    ///
    /// @param position the change's position in the log
    boolean decide(long position, Sighting seen, Instant now) {
        var decided = list.tell(seen, position, now, asOf);
        metrics.decided(decided.isPresent());
        decided.filter(event -> mayChangeCounts(event.move(), seen)).ifPresent(_ -> news.incrementAndGet());
        decided.map(ListSignal.Moved::new).ifPresent(ring::add);
        return decided.isPresent();
    }

    /// A list that moves with time may have been counted while a chat that is now updated was not in it.
    private boolean mayChangeCounts(ListMove move, Sighting seen) {
        return move != ListMove.UPDATED || list.movesWithTime() || seen.mayFlipUnread();
    }

    /// Decide what time alone did since the last look, and return the position up to which changes may have been seen
    /// in doing so. Nothing else may be decided meanwhile.
    Uni<Long> lookAtClock() {
        var now = clock.instant();
        return passage(asOf, now).map(passage -> {
            passage.ifPresentOrElse(passed -> tell(passed, now), this::overrun);
            asOf = now;
            wake();
            return passage.map(Passage::seen).orElse(board.position());
        });
    }

    private void tell(Passage passage, Instant now) {
        passage.moves().forEach(moved -> {
            metrics.decided(true);
            news.incrementAndGet();
            tell(new ListSignal.Moved(list.tell(moved.move(), moved.row(), board.position(), now, asOf)));
        });
    }

    /// Tell everybody to load afresh.
    void overrun() {
        news.incrementAndGet();
        tell(new ListSignal.Overrun(board.position()));
    }
}
