package dev.sharedinbox.realtime.socket;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/// What an operator watches of `/ws/v1`, beside what all connections have in common.
@ApplicationScoped
class SocketMetrics {

    private final MeterRegistry meters;

    SocketMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Who is typing or viewing was not told to a client that is too slow for it.
    void presenceDropped(int events) {
        meters.counter("inbox.presence.dropped").increment(events);
    }
}
