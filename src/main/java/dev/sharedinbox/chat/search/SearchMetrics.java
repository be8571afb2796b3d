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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// What an operator watches: how soon messages are findable, whether old ones are still on their way, and how searches
/// found their hits.
@ApplicationScoped
class SearchMetrics {

    private final MeterRegistry meters;
    private final Clock clock;
    private final Timer late;
    private final Counter followed;
    private final Counter walked;
    private final AtomicInteger walks = new AtomicInteger();

    SearchMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        late = Timer.builder("inbox.search.late")
                .description("How long the first message of a batch had waited until it could be found")
                .register(meters);
        followed = indexed("new");
        walked = indexed("old");
        Gauge.builder("inbox.search.walks", walks, AtomicInteger::get).register(meters);
    }

    void due(List<Due> due) {
        walks.set((int) due.stream().filter(Due::walked).count());
    }

    void kept(Batch batch) {
        batch.oldest().ifPresent(oldest -> late.record(Duration.between(oldest.toInstant(), clock.instant())));
        followed.increment(batch.followed());
        walked.increment(batch.walked());
    }

    void searched(Way way) {
        meters.counter("inbox.search.pages", "way", way.name()).increment();
    }

    private Counter indexed(String messages) {
        return Counter.builder("inbox.search.indexed")
                .description("Messages whose words were kept, new and changed ones or those of before")
                .tag("messages", messages)
                .register(meters);
    }
}
