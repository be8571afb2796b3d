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

/// Gathers what waits into batches: one lane per workspace and kind, a few writers per lane. A writer takes whatever is
/// waiting when it becomes free, so an idle lane adds no delay and a busy one commits many bodies at once.
///
/// Bounded by count and bytes over all lanes of a kind; what does not fit is refused at once and Meta sends it again.
@ApplicationScoped
class IntakeLanes {

    private final BatchWriter writer;
    private final IntakeConfig config;
    private final IntakeMetrics metrics;
    private final Pulses pulses;
    /// Guards everything below; never held while something else is called.
    private final Object lock = new Object();
    private final Map<LaneKey, Lane> lanes = new HashMap<>();

    private final Map<IntakeKind, IntakeLoad> loads;

    IntakeLanes(BatchWriter writer, IntakeConfig config, IntakeMetrics metrics, Pulses pulses) {
        this.writer = writer;
        this.config = config;
        this.metrics = metrics;
        this.pulses = pulses;
        this.loads = loads(config.maxWaiting(), config.maxWaitingBytes().asLongValue());
        metrics.watch(this::waiting, this::oldest);
    }

    /// Store a delivery; the result comes after the commit that holds it.
    ///
    /// @return fails with `UNAVAILABLE` when too much is waiting or the database does not take it in time
    Uni<Void> store(Delivery delivery) {
        return Uni.createFrom().<Void>emitter(emitter -> enqueue(new Waiting(delivery, emitter)));
    }

    private void enqueue(Waiting one) {
        var key = one.key();
        List<Waiting> batch;
        synchronized (lock) {
            if (load(key).admit(one.bytes())) {
                var lane = lanes.computeIfAbsent(key, _ -> new Lane());
                lane.queue.add(one);
                batch = lane.writers < writers(key.kind()) ? begin(key, lane) : List.of();
            } else {
                batch = null;
            }
        }
        if (batch == null) {
            metrics.refused(Refusal.FULL);
            one.emitter().fail(unavailable());
        } else if (!batch.isEmpty()) {
            write(key, batch);
        }
    }

    private void write(LaneKey key, List<Waiting> batch) {
        var commit = metrics.begin();
        writer.write(key.workspaceId(), batch.stream().map(Waiting::delivery).toList())
                .subscribe()
                .with(
                        written -> {
                            metrics.stored(commit, written);
                            pulses.heard(written);
                            batch.forEach(one -> one.emitter().complete(null));
                            goOn(key, batch);
                        },
                        failure -> {
                            Log.warnf("A batch of %d webhooks was not stored: %s", batch.size(), failure);
                            batch.forEach(this::refuse);
                            goOn(key, batch);
                        });
    }

    private void goOn(LaneKey key, List<Waiting> ended) {
        List<Waiting> batch;
        synchronized (lock) {
            ended.forEach(one -> load(key).end(one.bytes()));
            var lane = lanes.computeIfAbsent(key, _ -> new Lane());
            lane.writers--;
            batch = begin(key, lane);
            if (lane.writers == 0) {
                lanes.remove(key);
            }
        }
        if (!batch.isEmpty()) {
            write(key, batch);
        }
    }

    /// Take what waits, up to a batch, for one more writer.
    private List<Waiting> begin(LaneKey key, Lane lane) {
        var batch = new ArrayList<Waiting>();
        var items = 0;
        var bytes = 0L;
        while (!lane.queue.isEmpty() && items < config.batchItems() && fits(bytes, lane.queue.element())) {
            var one = lane.queue.remove();
            batch.add(one);
            items += Math.max(1, one.delivery().items().size());
            bytes += one.bytes();
            load(key).begin();
        }
        lane.writers += batch.isEmpty() ? 0 : 1;
        return batch;
    }

    private boolean fits(long bytes, Waiting next) {
        return bytes == 0 || bytes + next.bytes() <= config.batchBytes().asLongValue();
    }

    private int writers(IntakeKind kind) {
        return switch (kind) {
            case LIVE -> config.writers();
            case IMPORT -> 1;
        };
    }

    private IntakeLoad load(LaneKey key) {
        return Objects.requireNonNull(loads.get(key.kind()));
    }

    private static Map<IntakeKind, IntakeLoad> loads(int waiting, long bytes) {
        return Map.of(
                IntakeKind.LIVE, new IntakeLoad(waiting, bytes),
                IntakeKind.IMPORT, new IntakeLoad(waiting / 2, bytes / 2));
    }

    private int waiting() {
        synchronized (lock) {
            return loads.values().stream().mapToInt(IntakeLoad::waiting).sum();
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

    /// Whose lane, and of which kind.
    private record LaneKey(UUID workspaceId, IntakeKind kind) {}

    /// What waits in one lane.
    private static final class Lane {
        private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
        private int writers;
    }

    /// A delivery and whoever waits for its commit.
    private record Waiting(Delivery delivery, UniEmitter<? super Void> emitter) {
        LaneKey key() {
            return new LaneKey(delivery.plugin().workspaceId(), delivery.kind());
        }

        int bytes() {
            return delivery.body().length();
        }
    }
}
