package dev.sharedinbox.whatsapp.webhook.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What waits in one lane, oldest first, and the batches that are being written. Whoever uses it guards it.
final class IntakeLane {

    private final IntakeConfig config;
    private final IntakeLoad load;
    private final int maxWriters;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final Set<List<Waiting>> writing = Collections.newSetFromMap(new IdentityHashMap<>());

    /// @param load what all lanes of the kind have under way
    /// @param maxWriters batches that may be written at the same time
    IntakeLane(IntakeConfig config, IntakeLoad load, int maxWriters) {
        this.config = config;
        this.load = load;
        this.maxWriters = maxWriters;
    }

    /// Whether the first in line has waited so long that more would only wait longer.
    boolean isBehind(Duration maxWait) {
        var first = queue.peek();
        return first != null && first.isOlderThan(maxWait);
    }

    void add(Waiting one) {
        queue.add(one);
    }

    /// Take what waits, up to a batch, for one more writer; nothing when nothing waits or all writers are at work.
    List<Waiting> begin() {
        var batch = new ArrayList<Waiting>();
        if (writing.size() == maxWriters) {
            return batch;
        }
        var items = 0;
        var bytes = 0L;
        while (!queue.isEmpty() && items < config.batchItems() && fits(bytes, queue.element())) {
            var one = queue.remove();
            batch.add(one);
            items += Math.max(1, one.delivery().items().size());
            bytes += one.bytes();
            load.begin();
        }
        if (!batch.isEmpty()) {
            writing.add(batch);
        }
        return batch;
    }

    /// A batch is stored or refused.
    void end(List<Waiting> batch) {
        writing.remove(batch);
        batch.forEach(one -> load.end(one.bytes()));
    }

    /// Take those off the line who have waited for so long that nobody may write them any more.
    List<Waiting> abandon(Duration timeout) {
        var abandoned = new ArrayList<Waiting>();
        while (isBehind(timeout)) {
            var one = queue.remove();
            abandoned.add(one);
            load.begin();
            load.end(one.bytes());
        }
        return abandoned;
    }

    /// Those in the writers' hands who wait for so long already.
    List<Waiting> written(Predicate<Waiting> late) {
        return writing.stream().flatMap(List::stream).filter(late).toList();
    }

    boolean isIdle() {
        return queue.isEmpty() && writing.isEmpty();
    }

    @Nullable Instant oldest() {
        var first = queue.peek();
        return first == null ? null : first.delivery().receivedAt();
    }

    private boolean fits(long bytes, Waiting next) {
        return bytes == 0 || bytes + next.bytes() <= config.batchBytes().asLongValue();
    }
}
