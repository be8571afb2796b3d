package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.platform.failure.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/// What an operator watches of deeds on many chats: how many are done, what they are refused for, and whether
/// jobs stand still.
@ApplicationScoped
class BulkMetrics {

    private static final String DONE = "DONE";

    private final MeterRegistry meters;
    private final Counter waits;
    private final AtomicInteger underWay = new AtomicInteger();

    BulkMetrics(MeterRegistry meters) {
        this.meters = meters;
        waits = Counter.builder("inbox.bulk.waits")
                .description("Turns of jobs, and looks for such, that failed and are tried again")
                .register(meters);
        Gauge.builder("inbox.bulk.jobs", underWay, AtomicInteger::get)
                .description("Jobs that were under way in the background when this node looked last")
                .register(meters);
    }

    void underWay(int jobs) {
        underWay.set(jobs);
    }

    void waits() {
        waits.increment();
    }

    void done(BulkDeed deed) {
        chats(deed, DONE, 1);
    }

    void refused(BulkDeed deed, ErrorCode code, int chats) {
        chats(deed, code.name(), chats);
    }

    private void chats(BulkDeed deed, String outcome, int chats) {
        Counter.builder("inbox.bulk.chats")
                .description("Chats of jobs, by the deed and what became of them: DONE or the code of the refusal")
                .tag("deed", deed.name())
                .tag("outcome", outcome)
                .register(meters)
                .increment(chats);
    }
}
