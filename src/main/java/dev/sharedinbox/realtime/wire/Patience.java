package dev.sharedinbox.realtime.wire;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// How long clients are waited for that take nothing of what is written, and what becomes of them then.
@ApplicationScoped
public class Patience {

    private final WireConfig config;
    private final Counter cut;

    Patience(WireConfig config, MeterRegistry meters) {
        this.config = config;
        cut = meters.counter("inbox.live.cut");
    }

    /// How long a frame may wait to be written.
    public Duration limit() {
        return config.write();
    }

    /// Cut off a client that took nothing for longer.
    public void end(Wire wire) {
        cut.increment();
        wire.cut();
    }
}
