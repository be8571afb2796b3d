package dev.sharedinbox.whatsapp.webhook.lane;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.whatsapp.webhook.lane.IntakeMetrics.Refusal;
import dev.sharedinbox.whatsapp.webhook.ledger.Delivery;
import dev.sharedinbox.whatsapp.webhook.ledger.IntakeKind;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gathers what waits into batches: one lane per workspace and kind, a few writers per lane. A writer takes whatever is
/// waiting when it becomes free, so an idle lane adds no delay and a busy one commits many bodies at once.
///
/// Bounded by count and bytes over all lanes of a kind, and by how long the first in line has waited; what does not fit
/// is refused at once and Meta sends it again. Whoever has waited too long is answered so, too, and not written unless
/// a writer has it already: what is sent again must not be written twice by a store that is behind anyway.
@ApplicationScoped
public class IntakeLanes {

    private static final long LOOK_MILLIS = 500;

    private final BatchWriter writer;
    private final IntakeConfig config;
    private final IntakeMetrics metrics;
    private final Pulses pulses;
    /// Guards everything below; never held while something else is called.
    private final Object lock = new Object();
    private final Map<LaneKey, IntakeLane> lanes = new HashMap<>();

    private final Map<IntakeKind, IntakeLoad> loads;

    IntakeLanes(BatchWriter writer, IntakeConfig config, IntakeMetrics metrics, Pulses pulses) {
        this.writer = writer;
        this.config = config;
        this.metrics = metrics;
        this.pulses = pulses;
        this.loads = loads(config.maxWaiting(), config.maxWaitingBytes().asLongValue());
        metrics.watch(this::waiting, this::oldest);
    }

    /// One look for all takes less than a timer for each.
    void start(@Observes StartupEvent start, Vertx vertx) {
        vertx.setPeriodic(LOOK_MILLIS, _ -> giveUp());
    }

    /// Store a delivery; the result comes after the commit that holds it.
    ///
    /// @return fails with `UNAVAILABLE` when too much is waiting, the database does not take it, or not in time
    public Uni<Void> store(Delivery delivery) {
        return Uni.createFrom().<Void>emitter(emitter -> enqueue(new Waiting(delivery, emitter)));
    }

    private void enqueue(Waiting one) {
        var key = LaneKey.of(one.delivery());
        Optional<Refusal> refusal;
        List<Waiting> batch;
        synchronized (lock) {
            var lane = lanes.computeIfAbsent(key, this::lane);
            refusal = refusal(key, lane, one);
            if (refusal.isEmpty()) {
                lane.add(one);
            }
            batch = lane.begin();
            if (lane.isIdle()) {
                lanes.remove(key);
            }
        }
        refusal.ifPresent(why -> refuse(one, why));
        write(key, batch);
    }

    private Optional<Refusal> refusal(LaneKey key, IntakeLane lane, Waiting one) {
        if (lane.isBehind(config.maxWait())) {
            return Optional.of(Refusal.BEHIND);
        }
        return load(key).admit(one.bytes()) ? Optional.empty() : Optional.of(Refusal.FULL);
    }

    private void write(LaneKey key, List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var commit = metrics.begin();
        writer.write(key.workspaceId(), batch.stream().map(Waiting::delivery).toList())
                .subscribe()
                .with(
                        written -> {
                            metrics.stored(commit, written);
                            pulses.heard(written);
                            batch.forEach(Waiting::stored);
                            goOn(key, batch);
                        },
                        failure -> {
                            Log.warnf("A batch of %d webhooks was not stored: %s", batch.size(), failure);
                            batch.forEach(one -> refuse(one, Refusal.STORE));
                            goOn(key, batch);
                        });
    }

    private void goOn(LaneKey key, List<Waiting> ended) {
        List<Waiting> batch;
        synchronized (lock) {
            var lane = lanes.computeIfAbsent(key, this::lane);
            lane.end(ended);
            batch = lane.begin();
            if (lane.isIdle()) {
                lanes.remove(key);
            }
        }
        write(key, batch);
    }

    private void giveUp() {
        var late = new ArrayList<Waiting>();
        synchronized (lock) {
            lanes.values().forEach(lane -> {
                late.addAll(lane.abandon(config.timeout()));
                late.addAll(lane.written(one -> one.isOlderThan(config.timeout())));
            });
        }
        late.forEach(one -> refuse(one, Refusal.TIMEOUT));
    }

    private void refuse(Waiting one, Refusal why) {
        if (one.refuse(new InboxException(ErrorCode.UNAVAILABLE, why.advice()))) {
            metrics.refused(why);
        }
    }

    private IntakeLane lane(LaneKey key) {
        return new IntakeLane(
                config,
                load(key),
                switch (key.kind()) {
                    case LIVE -> config.writers();
                    case IMPORT -> 1;
                });
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
                    .map(IntakeLane::oldest)
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .orElse(null);
        }
    }

    /// Whose lane, and of which kind.
    private record LaneKey(UUID workspaceId, IntakeKind kind) {
        static LaneKey of(Delivery delivery) {
            return new LaneKey(delivery.plugin().workspaceId(), delivery.kind());
        }
    }
}
