package dev.sharedinbox.delivery;

import dev.sharedinbox.delivery.Outcome.NumberPaused;
import dev.sharedinbox.delivery.Outcome.Unknown;
import dev.sharedinbox.platform.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// This node's part in sending: looks for due deliveries, calls the carrier, has the outcome settled.
///
/// It looks when somebody says that there is something to send, when a call has ended, and by itself from time
/// to time, so losing a hint costs time only. A message is called for at most once per attempt: the attempt is
/// committed before the call, and one whose outcome is not settled is never called for again. Order is kept
/// within a chat.
@ApplicationScoped
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final long REFILL_MILLIS = 125;
    private static final long DRAIN_SECONDS = 8;

    private final UUID node = Ids.next();
    private final Vertx vertx;
    private final Clock clock;
    private final DeliveryConfig config;
    private final Claims claims;
    private final Carrier carrier;
    private final Settler settler;
    private final DeliveryMetrics metrics;
    private final Semaphore places;
    private final Lanes lanes;

    /// Everything below, and the lanes, belong to this event loop.
    private @Nullable Context loop;

    private long timer;
    private boolean looking;
    private boolean lookAgain;
    private volatile boolean stopped = true;

    Sender(
            Vertx vertx,
            Clock clock,
            DeliveryConfig config,
            Claims claims,
            Carrier carrier,
            Settler settler,
            DeliveryMetrics metrics) {
        this.vertx = vertx;
        this.clock = clock;
        this.config = config;
        this.claims = claims;
        this.carrier = carrier;
        this.settler = settler;
        this.metrics = metrics;
        this.places = new Semaphore(config.callsInFlight());
        this.lanes = new Lanes(config.callsPerSecond());
    }

    void begin(@Observes StartupEvent start) {
        if (config.enabled()) {
            start();
        }
    }

    void start() {
        loop = vertx.getOrCreateContext();
        stopped = false;
        timer = vertx.setPeriodic(config.poll().toMillis(), _ -> wake());
    }

    /// Stop taking deliveries and let the open calls end, so that a planned restart leaves none of them
    /// unknown.
    void end(@Observes ShutdownEvent shutdown) throws InterruptedException {
        if (!stopped) {
            stopped = true;
            vertx.cancelTimer(timer);
            if (!places.tryAcquire(config.callsInFlight(), DRAIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Calls were still open at shutdown; their statuses will tell how they ended");
            }
        }
    }

    /// Look for due deliveries soon. May be called from any thread and as often as one likes.
    void wake() {
        var context = loop;
        if (context != null && !stopped) {
            context.runOnContext(_ -> look());
        }
    }

    int openCalls() {
        return config.callsInFlight() - places.availablePermits();
    }

    private void look() {
        var free = places.availablePermits();
        if (looking || stopped || free == 0) {
            lookAgain = true;
            return;
        }
        looking = true;
        lookAgain = false;
        var now = clock.instant();
        claims.take(node, lanes.allowances(now), lanes.freshAllowance(), free, now)
                .emitOn(this::onLoop)
                .subscribe()
                .with(this::launch, this::lookFailed);
    }

    private void launch(List<Claim> claimed) {
        lanes.use(claimed, clock.instant());
        places.acquireUninterruptibly(claimed.size());
        claimed.forEach(this::call);
        looking = false;
        if (lookAgain || !claimed.isEmpty()) {
            look();
        } else if (lanes.isAnyThrottled(clock.instant())) {
            vertx.setTimer(REFILL_MILLIS, _ -> wake());
        }
    }

    private void lookFailed(Throwable failure) {
        looking = false;
        LOG.warnf("The queue cannot be read: %s", failure.toString());
    }

    private void call(Claim claim) {
        var sample = metrics.begin();
        Uni.createFrom()
                .deferred(() -> carrier.send(claim.delivery()))
                .ifNoItem()
                .after(config.callTimeout())
                .fail()
                .onFailure()
                .recoverWithItem(failure -> unknown(claim, failure))
                .emitOn(this::onLoop)
                .invoke(outcome -> metrics.end(sample, outcome))
                .invoke(outcome -> note(claim, outcome))
                .chain(outcome -> settler.settle(claim, outcome))
                .onTermination()
                .invoke(() -> places.release())
                .subscribe()
                .with(_ -> wake(), failure -> settlingFailed(claim, failure));
    }

    private void note(Claim claim, Outcome outcome) {
        var now = clock.instant();
        if (outcome instanceof NumberPaused paused && lanes.isOpen(claim, now)) {
            LOG.warnf(
                    "Nothing is sent from business number %s until %s, because of %s",
                    claim.delivery().businessNumberId(),
                    paused.until(),
                    paused.failure().code());
        }
        lanes.note(claim, outcome, now);
    }

    private static Outcome unknown(Claim claim, Throwable failure) {
        LOG.warnf(
                "Message %s: nobody knows how the call ended: %s",
                claim.delivery().messageId(), failure.toString());
        return new Unknown(Failures.noAnswer());
    }

    /// The row stays as it is until its lease ends; then it counts as unknown.
    private void settlingFailed(Claim claim, Throwable failure) {
        LOG.errorf(
                failure,
                "Message %s: the outcome cannot be stored",
                claim.delivery().messageId());
        wake();
    }

    private void onLoop(Runnable task) {
        var context = loop;
        if (context != null) {
            context.runOnContext(_ -> task.run());
        }
    }
}
