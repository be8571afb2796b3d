package dev.sharedinbox.realtime.presence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/// What an operator watches of typing and viewing.
@ApplicationScoped
class PresenceMetrics {

    private final Counter told;
    private final Counter dropped;

    PresenceMetrics(MeterRegistry meters) {
        told = meters.counter("inbox.presence.events");
        dropped = meters.counter("inbox.presence.dropped");
    }

    void told(int events) {
        told.increment(events);
    }

    /// Not known or not told, because too much was going on.
    void dropped(int events) {
        dropped.increment(events);
    }
}
