package dev.sharedinbox.realtime.count;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// What an operator watches of live counts.
@ApplicationScoped
class CountMetrics {

    private final AtomicInteger open = new AtomicInteger();
    private final Counter recounts;
    private final Counter failures;
    private final Timer statements;

    CountMetrics(MeterRegistry meters) {
        recounts = meters.counter("inbox.live.count.recounts");
        failures = meters.counter("inbox.live.count.failures");
        statements = meters.timer("inbox.live.count.statements");
        Gauge.builder("inbox.live.counts", open, AtomicInteger::get).register(meters);
    }

    /// A count that somebody looks at was opened or closed on this node; equal ones count once.
    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    /// So many lists were counted in one statement.
    void counted(int lists, Duration time) {
        recounts.increment(lists);
        statements.record(time);
    }

    void failed() {
        failures.increment();
    }
}
