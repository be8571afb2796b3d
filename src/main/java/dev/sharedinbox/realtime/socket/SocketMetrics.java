package dev.sharedinbox.realtime.socket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/// What an operator watches of `/ws/v1`.
@ApplicationScoped
class SocketMetrics {

    private final MeterRegistry meters;
    private final AtomicInteger sockets = new AtomicInteger();

    SocketMetrics(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("inbox.live.sockets", sockets, AtomicInteger::get).register(meters);
    }

    /// A connection was opened.
    void opened() {
        sockets.incrementAndGet();
    }

    /// A connection is gone.
    void closed() {
        sockets.decrementAndGet();
    }

    /// The server ends a connection.
    void closing(CloseCode code) {
        meters.counter("inbox.live.closes", "reason", code.name()).increment();
    }

    /// Who is typing or viewing was not told to a client that is too slow for it.
    void presenceDropped(int events) {
        meters.counter("inbox.presence.dropped").increment(events);
    }
}
