package dev.sharedinbox.media;

import dev.sharedinbox.media.FetchOutcome.Fetched;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an operator watches: how many files wait and for how long, how fetches end, and how much they bring.
@ApplicationScoped
public class MediaMetrics {

    /// Files that are not here yet.
    ///
    /// @param pending how many
    /// @param oldest how long the first of them waits
    record Backlog(long pending, Duration oldest) {}

    public static final String PUT = "put";

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
        Gauge.builder("inbox.media.store.failing", () -> storeFails ? 1 : 0)
                .description("1 when the store has refused a file and taken none since")
                .register(meters);
    }

    public void tried(FetchOutcome outcome) {
        meters.counter("inbox.media.fetches", "outcome", outcome.word()).increment();
        if (outcome instanceof Fetched fetched) {
            meters.counter("inbox.media.fetched.bytes").increment((double) fetched.size());
        }
    }

    public Timer.Sample begin() {
        return Timer.start(meters);
    }

    /// A call of the store is over.
    ///
    /// @param call what was asked of it, such as `put`
    /// @param failure why it failed; a content's own failure is none of the store
    public void called(Timer.Sample begun, String call, @Nullable Throwable failure) {
        var refused = failure instanceof MediaException known && known.failure() == MediaFailure.NOT_STORED;
        begun.stop(Timer.builder("inbox.media.store")
                .description("Calls of the store of files")
                .tags("call", call, "outcome", refused ? "failed" : "ok")
                .register(meters));
        if (call.equals(PUT) && (refused || failure == null)) {
            storeFails = refused;
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
