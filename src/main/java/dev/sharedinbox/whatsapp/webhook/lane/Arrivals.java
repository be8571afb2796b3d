package dev.sharedinbox.whatsapp.webhook.lane;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.whatsapp.webhook.lane.IntakeMetrics.Refusal;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The bodies that are on their way in, until they are read. Who sent one is known only once all of it is here, so
/// anybody may send them: they are bounded by bytes before any of them stands in memory, and whoever does not go on
/// sending is hung up on. Large ones are counted apart, so that they never keep the small ones out.
@ApplicationScoped
public class Arrivals {

    /// Larger bodies take so long to read that an event loop would notice.
    private static final int LARGE = 64 * 1024;

    private static final long LOOK_MILLIS = 1_000;

    private final IntakeConfig config;
    private final IntakeMetrics metrics;
    private final AtomicLong small = new AtomicLong();
    private final AtomicLong large = new AtomicLong();
    private final Set<Arrival> coming = ConcurrentHashMap.newKeySet();

    Arrivals(IntakeConfig config, IntakeMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
        metrics.watchArrivals(() -> small.get() + large.get());
    }

    void start(@Observes StartupEvent start, Vertx vertx) {
        vertx.setPeriodic(LOOK_MILLIS, _ -> giveUp());
    }

    public static boolean isLarge(long bytes) {
        return bytes > LARGE;
    }

    /// Let a body in.
    ///
    /// @param bytes how long it says to be, or the most it may be when it does not say
    /// @param hangUp ends the connection it comes on
    /// @throws InboxException `UNAVAILABLE` when too much is on its way already
    public Arrival begin(long bytes, Runnable hangUp) {
        var taken = isLarge(bytes) ? large : small;
        if (taken.addAndGet(bytes) > config.maxArriving().asLongValue()) {
            taken.addAndGet(-bytes);
            metrics.refused(Refusal.FULL);
            throw new InboxException(ErrorCode.UNAVAILABLE, Refusal.FULL.advice());
        }
        var arrival = new Arrival(hangUp, one -> {
            coming.remove(one);
            taken.addAndGet(-bytes);
        });
        coming.add(arrival);
        return arrival;
    }

    private void giveUp() {
        coming.stream()
                .filter(arrival -> arrival.isOlderThan(config.arrivalTimeout()))
                .forEach(Arrival::hangUp);
    }
}
