package dev.sharedinbox.simulator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.sharedinbox.simulator.world.Reset;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Delivers webhooks at least once and in no order: each is posted until it is answered 200, at first soon, then ever
/// more rarely, and given up after a number of tries. A body beyond the limit of waiting ones is lost. A reset gives up
/// everything that waits.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class WebhookQueue {

    private final WebhookClient client;
    private final SimulatorConfig.Deliveries limits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong life = new AtomicLong();

    WebhookQueue(WebhookClient client, SimulatorConfig config) {
        this.client = client;
        this.limits = config.deliveries();
    }

    /// Deliver the body, the first time after `delay`.
    @CanIgnoreReturnValue
    public Delivery deliver(JsonNode body, Duration delay) {
        var delivery = new Delivery();
        if (waiting.incrementAndGet() > limits.waiting()) {
            waiting.decrementAndGet();
            Log.warn("The simulator lost a webhook: too many wait for their delivery");
            delivery.settle(new Answer.Missing("QueueFull"));
            return delivery;
        }
        attempt(delivery, new Attempt(MetaJson.bytes(body), 1, life.get()), delay)
                .onTermination()
                .invoke(waiting::decrementAndGet)
                .subscribe()
                .with(delivery::settle, failure -> lost(delivery, failure));
        return delivery;
    }

    private Uni<Answer> attempt(Delivery delivery, Attempt attempt, Duration delay) {
        return Pause.of(delay).chain(() -> post(delivery, attempt));
    }

    private Uni<Answer> post(Delivery delivery, Attempt attempt) {
        if (attempt.life() != life.get()) {
            return Uni.createFrom().item(new Answer.Missing("Forgotten"));
        }
        return client.post(attempt.body()).invoke(delivery::answered).chain(answer -> switch (answer) {
            case Answer.Accepted accepted -> Uni.createFrom().item(accepted);
            case Answer.Refused _, Answer.Missing _ ->
                attempt.number() < limits.tries()
                        ? attempt(delivery, attempt.next(), delayAfter(attempt))
                        : Uni.createFrom().item(answer);
        });
    }

    private Duration delayAfter(Attempt attempt) {
        var doubled = limits.firstDelay().multipliedBy(1L << Math.min(attempt.number() - 1, 20));
        return doubled.compareTo(limits.longestDelay()) < 0 ? doubled : limits.longestDelay();
    }

    private static void lost(Delivery delivery, Throwable failure) {
        Log.error("The simulator lost a webhook", failure);
        delivery.settle(new Answer.Missing(failure.getClass().getSimpleName()));
    }

    void forget(@Observes Reset reset) {
        life.incrementAndGet();
    }

    /// @param life the life of the simulated world that the body belongs to
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Attempt(byte[] body, int number, long life) {

        Attempt next() {
            return new Attempt(body, number + 1, life);
        }
    }
}
