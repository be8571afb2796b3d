package dev.sharedinbox.chat.search;

import dev.sharedinbox.chat.search.MessageWords.Batch;
import dev.sharedinbox.chat.search.MessageWords.Due;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// What an operator watches: how soon messages are findable, whether old ones are still on their way, and how searches
/// found their hits.
@ApplicationScoped
class SearchMetrics {

    private final MeterRegistry meters;
    private final Clock clock;
    private final Timer late;
    private final Counter followed;
    private final Counter walked;
    private final Counter failures;
    private final AtomicInteger walks = new AtomicInteger();
    private final AtomicReference<Optional<Instant>> oldest = new AtomicReference<>(Optional.empty());

    SearchMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        late = Timer.builder("inbox.search.late")
                .description("How long the first message of a batch had waited until it could be found")
                .register(meters);
        followed = indexed("new");
        walked = indexed("old");
        failures = Counter.builder("inbox.search.failures")
                .description("Batches of messages, and looks for such, that failed and are tried again")
                .register(meters);
        Gauge.builder("inbox.search.walks", walks, AtomicInteger::get)
                .description("Workspaces whose old messages are on their way")
                .register(meters);
        Gauge.builder("inbox.search.lag", this::lag)
                .description("How long the first of the messages that cannot be found yet has waited")
                .baseUnit("seconds")
                .register(meters);
    }

    void due(List<Due> due) {
        walks.set((int) due.stream().filter(Due::walked).count());
        oldest.set(due.stream()
                .flatMap(one -> one.oldest().stream())
                .map(OffsetDateTime::toInstant)
                .min(Comparator.naturalOrder()));
    }

    void failed() {
        failures.increment();
    }

    void kept(Batch batch) {
        batch.oldest().ifPresent(oldest -> late.record(Duration.between(oldest.toInstant(), clock.instant())));
        followed.increment(batch.followed());
        walked.increment(batch.walked());
    }

    void searched(Way way) {
        meters.counter("inbox.search.pages", "way", way.name()).increment();
    }

    /// From the last look on, so that it grows while nothing can be looked at.
    private double lag() {
        return oldest.get()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    /// A statement of a search ran out of time.
    void refused() {
        meters.counter("inbox.search.refused").increment();
    }

    private Counter indexed(String messages) {
        return Counter.builder("inbox.search.indexed")
                .description("Messages whose words were kept, new and changed ones or those of before")
                .tag("messages", messages)
                .register(meters);
    }
}
