package dev.sharedinbox.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What an operator watches: how long the queue is, which numbers wait the longest, how calls end and how long
/// they take.
@ApplicationScoped
class DeliveryMetrics {

    private final MeterRegistry registry;
    private final MultiGauge depth;
    private final MultiGauge oldest;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.depth = MultiGauge.builder("inbox.delivery.queue")
                .description("Unsettled deliveries of the installation, by state")
                .register(registry);
        this.oldest = MultiGauge.builder("inbox.delivery.oldest")
                .description(
                        "How long the first due message of a business number waits; only the numbers that wait longest")
                .baseUnit("seconds")
                .register(registry);
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    void end(Timer.Sample call, Outcome outcome) {
        var word = outcome.getClass().getSimpleName();
        call.stop(Timer.builder("inbox.delivery.calls")
                .description("Calls to the carrier")
                .tag("outcome", word)
                .register(registry));
    }

    void settledByCleanup(String what, int count) {
        Counter.builder("inbox.delivery.cleanups")
                .description("Deliveries that no sender settled: lost with their node, never answered, or too old")
                .tag("what", what)
                .register(registry)
                .increment(count);
    }

    void queue(Map<String, Long> byState, Map<UUID, Duration> waits) {
        depth.register(rows(byState, "state"), true);
        oldest.register(rows(seconds(waits), "number"), true);
    }

    private static Map<UUID, Long> seconds(Map<UUID, Duration> waits) {
        return waits.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, wait -> wait.getValue().toSeconds()));
    }

    private static List<MultiGauge.Row<?>> rows(Map<?, Long> values, String tag) {
        return values.entrySet().stream()
                .<MultiGauge.Row<?>>map(
                        entry -> MultiGauge.Row.of(Tags.of(tag, entry.getKey().toString()), entry.getValue()))
                .toList();
    }
}
