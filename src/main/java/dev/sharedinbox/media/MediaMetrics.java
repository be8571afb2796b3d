package dev.sharedinbox.media;

import dev.sharedinbox.media.FetchOutcome.Failed;
import dev.sharedinbox.media.FetchOutcome.Fetched;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// What an operator watches: how many files wait and for how long, how fetches end, and how much they bring.
@ApplicationScoped
class MediaMetrics {

    /// Files that are not here yet.
    ///
    /// @param pending how many
    /// @param oldest how long the first of them waits
    record Backlog(long pending, Duration oldest) {}

    private final MeterRegistry meters;
    private volatile Backlog backlog = new Backlog(0, Duration.ZERO);
    private volatile boolean storeFails;

    MediaMetrics(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("inbox.media.pending", () -> backlog.pending())
                .description("Files of the installation that are not fetched yet")
                .register(meters);
        Gauge.builder("inbox.media.oldest", () -> backlog.oldest().toSeconds())
                .description("How long the first of them waits")
                .baseUnit("seconds")
                .register(meters);
    }

    void tried(FetchOutcome outcome) {
        meters.counter("inbox.media.fetches", "outcome", outcome.word()).increment();
        switch (outcome) {
            case Fetched fetched -> {
                storeFails = false;
                meters.counter("inbox.media.fetched.bytes").increment((double) fetched.size());
            }
            case Failed(var failure) -> storeFails = storeFails || failure == MediaFailure.NOT_STORED;
        }
    }

    void waiting(Backlog now) {
        backlog = now;
    }

    Backlog backlog() {
        return backlog;
    }

    /// Whether the store has refused a file and taken none since.
    boolean storeFails() {
        return storeFails;
    }
}
