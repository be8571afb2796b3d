package dev.sharedinbox.whatsapp.webhook;

import dev.sharedinbox.platform.ErrorCode;
import dev.sharedinbox.platform.InboxException;
import dev.sharedinbox.whatsapp.webhook.IntakeMetrics.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gathers what waits into batches: one lane per workspace, a few writers per lane. A writer takes whatever is waiting
/// when it becomes free, so an idle lane adds no delay and a busy one commits many bodies at once.
///
/// Bounded by count and bytes over all lanes; what does not fit is refused at once and Meta sends it again.
@ApplicationScoped
class IntakeLanes {

    private final BatchWriter writer;
    private final IntakeConfig config;
    private final IntakeMetrics metrics;
    private final Pulses pulses;
    /// Guards everything below; never held while something else is called.
    private final Object lock = new Object();
    private final Map<UUID, Lane> lanes = new HashMap<>();
    private int waiting;
    private long waitingBytes;

    IntakeLanes(BatchWriter writer, IntakeConfig config, IntakeMetrics metrics, Pulses pulses) {
        this.writer = writer;
        this.config = config;
        this.metrics = metrics;
        this.pulses = pulses;
        metrics.watch(this::waiting, this::oldest);
    }

    /// Store a delivery; the result comes after the commit that holds it.
    ///
    /// @return fails with `UNAVAILABLE` when too much is waiting or the database does not take it in time
    Uni<Void> store(Delivery delivery) {
        return Uni.createFrom().<Void>emitter(emitter -> enqueue(new Waiting(delivery, emitter)));
    }

    private void enqueue(Waiting one) {
        var workspaceId = one.delivery().plugin().workspaceId();
        List<Waiting> batch;
        synchronized (lock) {
            if (waiting >= config.maxWaiting()
                    || waitingBytes + one.bytes() > config.maxWaitingBytes().asLongValue()) {
                batch = null;
            } else {
                waiting++;
                waitingBytes += one.bytes();
                var lane = lanes.computeIfAbsent(workspaceId, _ -> new Lane());
                lane.queue.add(one);
                batch = lane.writers < config.writers() ? begin(lane) : List.of();
            }
        }
        if (batch == null) {
            metrics.refused(Refusal.FULL);
            one.emitter().fail(unavailable());
        } else if (!batch.isEmpty()) {
            write(workspaceId, batch);
        }
    }

    private void write(UUID workspaceId, List<Waiting> batch) {
        var commit = metrics.begin();
        writer.write(workspaceId, batch.stream().map(Waiting::delivery).toList())
                .subscribe()
                .with(
                        written -> {
                            metrics.stored(commit, written);
                            pulses.heard(written);
                            batch.forEach(one -> one.emitter().complete(null));
                            goOn(workspaceId);
                        },
                        failure -> {
                            Log.warnf("A batch of %d webhooks was not stored: %s", batch.size(), failure);
                            batch.forEach(this::refuse);
                            goOn(workspaceId);
                        });
    }

    private void goOn(UUID workspaceId) {
        List<Waiting> batch;
        synchronized (lock) {
            var lane = lanes.computeIfAbsent(workspaceId, _ -> new Lane());
            lane.writers--;
            batch = begin(lane);
            if (lane.writers == 0) {
                lanes.remove(workspaceId);
            }
        }
        if (!batch.isEmpty()) {
            write(workspaceId, batch);
        }
    }

    /// Take what waits, up to a batch, for one more writer.
    private List<Waiting> begin(Lane lane) {
        var batch = new ArrayList<Waiting>();
        var items = 0;
        while (!lane.queue.isEmpty() && items < config.batchItems()) {
            var one = lane.queue.poll();
            batch.add(one);
            items += Math.max(1, one.delivery().items().size());
            waiting--;
            waitingBytes -= one.bytes();
        }
        lane.writers += batch.isEmpty() ? 0 : 1;
        return batch;
    }

    private int waiting() {
        synchronized (lock) {
            return waiting;
        }
    }

    private @Nullable Instant oldest() {
        synchronized (lock) {
            return lanes.values().stream()
                    .map(lane -> lane.queue.peek())
                    .filter(Objects::nonNull)
                    .map(one -> one.delivery().receivedAt())
                    .min(Instant::compareTo)
                    .orElse(null);
        }
    }

    private void refuse(Waiting one) {
        metrics.refused(Refusal.STORE);
        one.emitter().fail(unavailable());
    }

    private static InboxException unavailable() {
        return new InboxException(ErrorCode.UNAVAILABLE, "Webhooks cannot be stored at the moment; send it again.");
    }

    /// What waits of one workspace.
    private static final class Lane {
        private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
        private int writers;
    }

    /// A delivery and whoever waits for its commit.
    private record Waiting(Delivery delivery, UniEmitter<? super Void> emitter) {
        int bytes() {
            return delivery.body().length();
        }
    }
}
