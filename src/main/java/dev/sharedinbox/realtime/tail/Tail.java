package dev.sharedinbox.realtime.tail;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.platform.Loop;
import dev.sharedinbox.realtime.row.ListMemory;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// Reads one workspace's log for all its listeners on this node: each change is read and rendered once. It runs while
/// anybody listens, looks when a wake-up comes and from time to time without one, and rings its listeners' bells when
/// there is more to pull. A failing database stops it until the next look.
final class Tail {

    private final UUID workspaceId;
    private final ChangeLog log;
    private final FeedReader reader;
    private final int batch;
    private final Loop loop;
    private final Ring ring;
    private final ListMemory memory;
    private final Clock clock;
    /// Passes the time in which more changes may come, so that a busy log is read in batches and an idle one at once.
    private final Uni<Void> gather;
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();
    /// Whether the last look failed, so that an outage is logged once.
    private boolean failing;

    Tail(UUID workspaceId, ChangeLog log, FeedReader reader, LogConfig config, Clock clock, Context context) {
        this.workspaceId = workspaceId;
        this.log = log;
        this.reader = reader;
        this.batch = config.batch();
        this.loop = new Loop(context, this::next, this::failed);
        this.ring = new Ring(config.ring());
        this.memory = new ListMemory(config.remembered());
        this.clock = clock;
        this.gather = Uni.createFrom().voidItem().onItem().delayIt().by(config.gather());
    }

    /// Return entries from the ring, or from the database for a listener behind it.
    Uni<List<FeedEntry>> after(long position, int limit) {
        return ring.after(position, limit)
                .map(entries -> Uni.createFrom().item(entries))
                .orElseGet(() -> reader.read(workspaceId, position, limit));
    }

    /// Return entries from the ring; empty when it does not reach that far back.
    Optional<List<FeedEntry>> atHand(long position, int limit) {
        return ring.after(position, limit);
    }

    /// How chats were before they changed, for lists.
    ListMemory memory() {
        return memory;
    }

    void add(Runnable bell) {
        bells.add(bell);
    }

    /// Return whether nobody listens any more.
    boolean remove(Runnable bell) {
        bells.remove(bell);
        return bells.isEmpty();
    }

    /// Look for new changes soon; returns at once, from any thread.
    void look() {
        loop.ask();
    }

    void stop() {
        loop.stop();
    }

    /// The newest position it has read.
    long newest() {
        return ring.position();
    }

    /// Take the next step and return whether there may be more to read.
    private Uni<Boolean> next() {
        return ring.isStarted()
                ? reader.read(workspaceId, ring.position(), batch)
                        .map(this::publish)
                        .call(more -> more ? Uni.createFrom().voidItem() : gather)
                        .onFailure(LogGap.class)
                        .recoverWithUni(this::skipGap)
                : log.head(workspaceId).map(head -> start(head.position()));
    }

    private boolean publish(List<FeedEntry> entries) {
        failing = false;
        ring.append(entries.stream().map(this::remember).toList());
        if (!entries.isEmpty()) {
            bells.forEach(Runnable::run);
        }
        return entries.size() == batch;
    }

    private FeedEntry remember(FeedEntry entry) {
        var change = entry.change();
        var chatId = change.chatId();
        return chatId == null
                ? entry
                : entry.after(
                        memory.note(chatId, entry.row(), change.type() == ChangeType.CHAT_CREATED, clock.instant()));
    }

    private boolean start(long position) {
        memory.clear();
        ring.start(position);
        bells.forEach(Runnable::run);
        return true;
    }

    private Uni<Boolean> skipGap(Throwable gap) {
        Log.errorf("The tail of workspace %s begins anew: %s", workspaceId, gap.getMessage());
        return log.head(workspaceId).map(head -> start(head.position()));
    }

    private void failed(Throwable failure) {
        if (!failing) {
            Log.warnf(failure, "The tail of workspace %s cannot read; it keeps trying", workspaceId);
        }
        failing = true;
    }
}
