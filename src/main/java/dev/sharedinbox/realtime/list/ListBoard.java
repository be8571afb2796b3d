package dev.sharedinbox.realtime.list;

import dev.sharedinbox.platform.Loop;
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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/// All lists of one workspace that anybody on this node looks at. It pulls each change once, asks those lists what it
/// means that it may concern, and lets them look at the clock when it is time. So a change costs what the lists cost
/// that it has to do with, however many others there are.
final class ListBoard {

    private final UUID workspaceId;
    private final Supplier<Uni<Long>> head;
    private final LogConfig reading;
    private final Clock clock;
    private final Context context;
    private final Loop loop;
    private final Entries entries;
    private final ListIndex<ListGroup> index = new ListIndex<>();
    private final Set<Runnable> replaying = ConcurrentHashMap.newKeySet();
    private final ClockLooks looks;
    private volatile long position = -1;
    /// The position at which everybody was last woken.
    private long wokenAt;
    /// Up to here a change may have been seen, in rows read from the database, before it was decided about. What tails
    /// remember of the past is not what listeners were told then.
    private long unsureTo = -1;

    /// @param listen begins to listen to the workspace's log with a bell
    /// @param head looks up the log's newest position
    ListBoard(
            UUID workspaceId,
            Function<Runnable, Entries> listen,
            Supplier<Uni<Long>> head,
            LogConfig reading,
            Clock clock,
            Context context) {
        this.workspaceId = workspaceId;
        this.head = head;
        this.reading = reading;
        this.clock = clock;
        this.context = context;
        looks = new ClockLooks(workspaceId, reading.poll());
        // It may ring at once, on another thread, when not all is in place; hence a look afterwards.
        var bell = new AtomicReference<Runnable>(() -> {});
        entries = listen.apply(() -> bell.get().run());
        loop = new Loop(context, this::next, this::failed);
        bell.set(loop::ask);
        loop.ask();
    }

    /// What happened lately, as its lists see it.
    Entries entries() {
        return entries;
    }

    /// The newest change decided about; -1 before it began.
    long position() {
        return position;
    }

    /// The newest position of the log.
    Uni<Long> head() {
        return head.get();
    }

    void add(ListGroup group) {
        index.add(group.list(), group);
    }

    void remove(ListGroup group) {
        index.remove(group.list(), group);
        looks.forget(group);
    }

    /// Ring a bell at every step, until [#ringNoMore].
    void ringAtEveryStep(Runnable bell) {
        replaying.add(bell);
    }

    void ringNoMore(Runnable bell) {
        replaying.remove(bell);
    }

    /// Let the lists to which time does anything look soon at what it did.
    void passTime() {
        index.all().stream().filter(group -> group.list().movesWithTime()).forEach(looks::add);
        loop.ask();
    }

    void stop() {
        loop.stop();
        entries.close();
    }

    private Uni<Boolean> next() {
        if (position < 0) {
            return Uni.createFrom().item(begin(entries.newest()));
        }
        if (looks.areDue() && position >= entries.newest()) {
            return looks.take()
                    .invoke(seen -> unsureTo = Math.max(unsureTo, seen))
                    .replaceWith(true);
        }
        return entries.atHand(position, reading.batch())
                .map(found -> Uni.createFrom().item(decide(found)))
                .orElseGet(this::readBehind)
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

    /// It fell behind what is at hand. The rows that are read instead are newer than the changes that name them.
    private Uni<Boolean> readBehind() {
        return entries.after(position, reading.batch())
                .chain(found -> head().map(newest -> {
                    unsureTo = newest;
                    return decide(found);
                }));
    }

    private boolean decide(List<FeedEntry> found) {
        if (found.isEmpty()) {
            return false;
        }
        var told = new HashSet<ListGroup>();
        found.forEach(entry -> decide(entry, told));
        moveTo(found.getLast().position());
        if (position - wokenAt >= reading.progressEvery()) {
            wokenAt = position;
            index.all().forEach(ListGroup::wake);
        } else {
            told.forEach(ListGroup::wake);
        }
        return true;
    }

    private void decide(FeedEntry entry, Set<ListGroup> told) {
        var at = entry.position();
        entry.accessChangedOf().ifPresent(user -> tell(new ListSignal.AccessChanged(at, user), told));
        entry.listChangedOf().ifPresent(space -> tell(new ListSignal.SpaceChanged(at, space), told));
        entry.sighting()
                .map(seen -> at <= unsureTo ? seen.unsure() : seen)
                .ifPresent(seen -> ask(index.concernedBy(seen), at, seen, told));
    }

    private void ask(Collection<ListGroup> concerned, long at, Sighting seen, Set<ListGroup> told) {
        var now = clock.instant();
        concerned.stream().filter(group -> decides(group, at, seen, now)).forEach(told::add);
    }

    /// A list that stumbles must not hold up the others: whoever looks at it loads afresh.
    private boolean decides(ListGroup group, long at, Sighting seen, Instant now) {
        try {
            return group.decide(at, seen, now);
        } catch (RuntimeException e) {
            Log.errorf(e, "A list of workspace %s cannot tell what change %d means", workspaceId, at);
            group.overrun();
            return true;
        }
    }

    private void tell(ListSignal signal, Set<ListGroup> told) {
        index.all().forEach(group -> group.tell(signal));
        told.addAll(index.all());
    }

    private boolean skipGap() {
        moveTo(Math.max(position, entries.newest()));
        index.all().forEach(ListGroup::overrun);
        index.all().forEach(ListGroup::wake);
        return false;
    }

    private void moveTo(long newer) {
        position = newer;
        replaying.forEach(Runnable::run);
    }

    private void failed(Throwable failure) {
        Log.warnf(failure, "The lists of workspace %s fall behind; they keep trying", workspaceId);
        context.owner().setTimer(reading.poll().toMillis(), _ -> loop.ask());
    }
}
