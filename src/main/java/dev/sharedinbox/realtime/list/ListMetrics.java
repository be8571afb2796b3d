package dev.sharedinbox.realtime.list;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/// What an operator watches of live lists.
@ApplicationScoped
class ListMetrics {

    private final AtomicInteger open = new AtomicInteger();
    private final Counter decisions;
    private final Counter moves;

    ListMetrics(MeterRegistry meters) {
        decisions = meters.counter("inbox.live.list.decisions");
        moves = meters.counter("inbox.live.list.moves");
        Gauge.builder("inbox.live.lists", open, AtomicInteger::get).register(meters);
    }

    /// A list that somebody looks at was opened on this node; equal lists count once.
    void opened() {
        open.incrementAndGet();
    }

    /// Nobody on this node looks at a list any more.
    void closed() {
        open.decrementAndGet();
    }

    /// It was decided what a change means for a list.
    void decided(boolean meansSomething) {
        decisions.increment();
        if (meansSomething) {
            moves.increment();
        }
    }
}
