package dev.sharedinbox.chat.list.page;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/// What an operator watches of lists: which ones were too broad to be answered in full.
@ApplicationScoped
public class ListMetrics {

    private final MeterRegistry meters;

    ListMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /// A page ended before it was full, or a count before its end, because enough was looked at.
    void cut(String what) {
        meters.counter("inbox.lists.cut", "what", what).increment();
    }

    /// A statement ran out of time.
    void refused() {
        meters.counter("inbox.lists.refused").increment();
    }
}
