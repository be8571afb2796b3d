package dev.sharedinbox.chat.session;

import dev.sharedinbox.chat.session.DueWindows.Taken;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;

/// What an operator watches: how many ends of windows are told, and how late.
@ApplicationScoped
class SessionMetrics {

    private final MeterRegistry meters;
    private final Timer late;

    SessionMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.late = Timer.builder("inbox.session.late")
                .description("How long after its end the first window of a batch was told as closed")
                .register(meters);
    }

    void told(Taken taken) {
        taken.changes()
                .forEach(change -> meters.counter(
                                "inbox.session.told", "event", change.type().word())
                        .increment());
        taken.late().ifPresent(late::record);
    }
}
