package dev.sharedinbox.whatsapp.webhook.lane;

import dev.sharedinbox.whatsapp.webhook.account.AccountWalk;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import dev.sharedinbox.whatsapp.webhook.ledger.Delivery;
import dev.sharedinbox.whatsapp.webhook.ledger.LedgerCounts;
import dev.sharedinbox.whatsapp.webhook.ledger.WebhookItemState;
import dev.sharedinbox.whatsapp.webhook.reading.ChatFields;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What operators watch about intake. No tag has more values than there are fields we know.
@ApplicationScoped
public class IntakeMetrics {

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<WebhookItemState, Instant> oldestUnread = new ConcurrentHashMap<>();
    private final Map<Standing, AtomicLong> standing = new ConcurrentHashMap<>();

    IntakeMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        for (var state : WebhookItemState.values()) {
            registry.gauge(
                    "inbox.intake.ledger.oldest.seconds",
                    List.of(Tag.of("state", word(state))),
                    this,
                    metrics -> metrics.age(metrics.oldestUnread.get(state)));
        }
    }

    /// Watch how many bodies wait for the database, and since when the first of them does.
    void watch(Supplier<Number> waiting, Supplier<@Nullable Instant> oldest) {
        registry.gauge("inbox.intake.waiting", this, _ -> waiting.get().doubleValue());
        registry.gauge("inbox.intake.waiting.oldest.seconds", this, metrics -> metrics.age(oldest.get()));
    }

    /// Watch how many bytes of bodies are on their way in.
    void watchArrivals(Supplier<Number> bytes) {
        registry.gauge("inbox.intake.arriving.bytes", this, _ -> bytes.get().doubleValue());
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    void stored(Timer.Sample commit, List<Delivery> batch) {
        commit.stop(registry.timer("inbox.intake.commit"));
        DistributionSummary.builder("inbox.intake.batch")
                .description("Bodies that shared a commit")
                .register(registry)
                .record(batch.size());
        registry.counter("inbox.intake.bodies").increment(batch.size());
        batch.stream()
                .flatMap(delivery -> delivery.items().stream())
                .collect(Collectors.groupingBy(IntakeMetrics::outcome, Collectors.counting()))
                .forEach((outcome, items) -> items(outcome).increment(items));
    }

    /// Count a 503.
    void refused(Refusal why) {
        Counter.builder("inbox.intake.refused")
                .description("Bodies answered 503, which Meta sends again")
                .tag("reason", word(why))
                .register(registry)
                .increment();
    }

    /// Take over how many items stand in the ledger.
    public void standing(List<LedgerCounts.Counted> counts) {
        var now = new HashMap<Standing, Long>();
        counts.forEach(counted ->
                now.merge(new Standing(counted.state(), fieldTag(counted.field())), counted.count(), Long::sum));
        standing.forEach((key, gauge) -> gauge.set(now.getOrDefault(key, 0L)));
        now.forEach((key, items) -> standing(key).set(items));
    }

    private AtomicLong standing(Standing key) {
        return standing.computeIfAbsent(
                key,
                _ -> Objects.requireNonNull(registry.gauge(
                        "inbox.intake.ledger.items",
                        List.of(Tag.of("state", word(key.state())), Tag.of("field", key.field())),
                        new AtomicLong())));
    }

    /// Anybody at Meta can invent a field; a tag may have as many values as we know fields.
    private static String fieldTag(String field) {
        return ChatFields.include(field) || AccountWalk.FIELDS.contains(field) ? field : "other";
    }

    private record Standing(WebhookItemState state, String field) {}

    /// Since when the oldest item in each unread state waits.
    public void unread(Map<WebhookItemState, Instant> oldest) {
        oldestUnread.keySet().retainAll(oldest.keySet());
        oldestUnread.putAll(oldest);
    }

    private Counter items(String outcome) {
        return registry.counter("inbox.intake.items", "outcome", outcome);
    }

    private double age(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private static String outcome(Item item) {
        return switch (item) {
            case Item.Understood _ -> "stored";
            case Item.Kept _ -> "kept";
            case Item.Failed _ -> "failed";
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// Why a body was not taken.
    enum Refusal {
        /// Too much was waiting.
        FULL("Too many webhooks are waiting; send it again."),
        /// The first in line had waited too long already.
        BEHIND("Webhooks wait too long at the moment; send it again."),
        /// The database did not take it.
        STORE("Webhooks cannot be stored at the moment; send it again."),
        /// The database took too long.
        TIMEOUT("The webhook was not stored in time; send it again.");

        private final String advice;

        Refusal(String advice) {
            this.advice = advice;
        }

        /// What the sender is told.
        String advice() {
            return advice;
        }
    }
}
