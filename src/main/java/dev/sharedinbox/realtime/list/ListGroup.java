package dev.sharedinbox.realtime.list;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.platform.Loop;
import dev.sharedinbox.realtime.list.TimeMoves.Passage;
import dev.sharedinbox.realtime.row.ListMove;
import dev.sharedinbox.realtime.row.Sighting;
import dev.sharedinbox.realtime.tail.Entries;
import dev.sharedinbox.realtime.tail.FeedEntry;
import dev.sharedinbox.realtime.tail.LogConfig;
import dev.sharedinbox.realtime.tail.LogGap;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// All listeners of this node who look at the same list. Once for all of them, it decides what each change
/// means for the list and, every now and then, what time alone did to it. Only what means something wakes
/// those who are live.
///
/// What it tells is exact for listeners who were told everything before; see [ListFollower] for how one
/// becomes such.
public final class ListGroup {

    private final LiveList list;
    private final Entries entries;
    private final ChangeLog log;
    private final TimeMoves timeMoves;
    private final LogConfig reading;
    private final ListMetrics metrics;
    private final Clock clock;
    private final Loop loop;
    private final ListRing ring;
    private final Set<Runnable> live = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> replaying = ConcurrentHashMap.newKeySet();
    private volatile Mark mark;
    /// Up to here a change may have been seen, in rows that time moved, before it was decided about.
    private long unsureTo = -1;
    /// The position at which everybody was last woken.
    private long wokenAt;
    private volatile boolean timeIsDue;
    /// How often something was decided that may change how many chats, or unread chats, there are.
    private final AtomicLong news = new AtomicLong();

    /// How far it is.
    ///
    /// @param position the newest change decided about; -1 before it began
    /// @param asOf until when it is decided what time alone did
    public record Mark(long position, Instant asOf) {}

    /// @param listen begins to listen to the workspace's log with a bell
    ListGroup(
            LiveList list,
            Function<Runnable, Entries> listen,
            ChangeLog log,
            TimeMoves timeMoves,
            ListConfig config,
            LogConfig reading,
            ListMetrics metrics,
            Clock clock,
            Context context) {
        this.list = list;
        this.log = log;
        this.timeMoves = timeMoves;
        this.reading = reading;
        this.metrics = metrics;
        this.clock = clock;
        ring = new ListRing(config.ring());
        mark = new Mark(-1, clock.instant());
        loop = new Loop(context, this::next, this::failed);
        entries = listen.apply(loop::ask);
        loop.ask();
    }

    LiveList list() {
        return list;
    }

    Entries entries() {
        return entries;
    }

    ListRing ring() {
        return ring;
    }

    /// How far it is.
    public Mark mark() {
        return mark;
    }

    /// A number that grows whenever something is decided that may change how many chats are in the list, or how many
    /// of them are unread. It grows before [#mark] moves on.
    public long news() {
        return news.get();
    }

    /// The newest position of the log.
    Uni<Long> head() {
        return log.head(list.workspaceId()).map(head -> head.position());
    }

    /// What time alone did to the list; empty when that is too much to tell.
    Uni<Optional<Passage>> passage(Instant from, Instant to) {
        return timeMoves.between(list, from, to);
    }

    /// Ring at every step, for a listener on the way to being live.
    void addReplaying(Runnable bell) {
        live.remove(bell);
        replaying.add(bell);
    }

    /// Ring only when there is something to tell.
    public void addLive(Runnable bell) {
        replaying.remove(bell);
        live.add(bell);
    }

    /// Return whether nobody listens any more.
    boolean remove(Runnable bell) {
        live.remove(bell);
        replaying.remove(bell);
        return live.isEmpty() && replaying.isEmpty();
    }

    /// Look soon at what time did, if it does anything to this list.
    void passTime() {
        if (list.movesWithTime()) {
            timeIsDue = true;
            loop.ask();
        }
    }

    void stop() {
        loop.stop();
        entries.close();
    }

    private Uni<Boolean> next() {
        var position = mark.position();
        if (position < 0) {
            return Uni.createFrom().item(begin(entries.newest()));
        }
        if (timeIsDue && position >= entries.newest()) {
            return lookAtClock().replaceWith(true);
        }
        return entries.after(position, reading.batch())
                .map(this::decide)
                .onFailure(LogGap.class)
                .recoverWithItem(this::skipGap);
    }

    private boolean begin(long newest) {
        if (newest < 0) {
            return false;
        }
        wokenAt = newest;
        moveTo(newest);
        return true;
    }

    private boolean decide(List<FeedEntry> found) {
        if (found.isEmpty()) {
            return false;
        }
        var before = ring.last();
        found.forEach(this::decide);
        moveTo(found.getLast().position());
        if (ring.last() > before || mark.position() - wokenAt >= reading.progressEvery()) {
            wake();
        }
        return true;
    }

    private void decide(FeedEntry entry) {
        entry.accessChangedOf().ifPresent(user -> ring.add(new ListSignal.AccessChanged(entry.position(), user)));
        entry.listChangedOf().ifPresent(space -> ring.add(new ListSignal.SpaceChanged(entry.position(), space)));
        entry.sighting()
                .map(seen -> entry.position() <= unsureTo ? seen.unsure() : seen)
                .ifPresent(seen -> decide(entry.position(), seen));
    }

    private void decide(long position, Sighting seen) {
        var asOf = mark.asOf();
        var now = clock.instant();
        var decided = list.tell(seen, position, now, asOf);
        metrics.decided(decided.isPresent());
        decided.filter(event -> mayChangeCounts(event.move(), seen)).ifPresent(_ -> news.incrementAndGet());
        decided.map(ListSignal.Moved::new).ifPresent(ring::add);
    }

    /// A list that moves with time may have been counted while a chat that is now updated was not in it.
    private boolean mayChangeCounts(ListMove move, Sighting seen) {
        return move != ListMove.UPDATED || list.movesWithTime() || seen.mayFlipUnread();
    }

    private Uni<Void> lookAtClock() {
        var now = clock.instant();
        return passage(mark.asOf(), now)
                .invoke(passage -> passage.ifPresentOrElse(passed -> tell(passed, now), this::overrun))
                .invoke(() -> {
                    timeIsDue = false;
                    mark = new Mark(mark.position(), now);
                    wake();
                })
                .replaceWithVoid();
    }

    private void tell(Passage passage, Instant now) {
        unsureTo = passage.seen();
        passage.moves().forEach(moved -> {
            metrics.decided(true);
            news.incrementAndGet();
            ring.add(new ListSignal.Moved(list.tell(moved.move(), moved.row(), mark.position(), now, mark.asOf())));
        });
    }

    private void overrun() {
        news.incrementAndGet();
        ring.add(new ListSignal.Overrun(mark.position()));
    }

    private boolean skipGap() {
        moveTo(Math.max(mark.position(), entries.newest()));
        overrun();
        wake();
        return false;
    }

    private void moveTo(long position) {
        mark = new Mark(position, mark.asOf());
        replaying.forEach(Runnable::run);
    }

    private void wake() {
        wokenAt = mark.position();
        live.forEach(Runnable::run);
        replaying.forEach(Runnable::run);
    }

    private void failed(Throwable failure) {
        Log.warnf(failure, "A list of workspace %s falls behind; it keeps trying", list.workspaceId());
    }
}
