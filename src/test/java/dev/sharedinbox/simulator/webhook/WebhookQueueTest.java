package dev.sharedinbox.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sharedinbox.simulator.WebhookReceiver;
import dev.sharedinbox.simulator.world.Reset;
import dev.sharedinbox.simulator.world.SimulatorConfigs;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookQueueTest {

    private final Vertx vertx = Vertx.vertx();
    private final WebhookReceiver receiver = new WebhookReceiver();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
        receiver.stop();
    }

    @Test
    void refusedBody_isPostedUntilTheTriesAreUsedUp() {
        // Given
        receiver.answersNext(500, 500, 500, 500);
        var queue = queue(Map.of("inbox.simulator.deliveries.tries", "3"));

        // When
        var answer = outcome(queue);

        // Then
        assertThat(answer).isEqualTo(new Answer.Refused(500));
        assertThat(receiver.posts()).hasSize(3);
    }

    @Test
    void unreachableProduct_isTriedAgain() {
        // Given
        var queue = queue(Map.of(
                "inbox.simulator.deliveries.tries", "2", "inbox.simulator.webhook-url", "http://localhost:1/none"));

        // Then
        assertThat(outcome(queue)).isInstanceOf(Answer.Missing.class);
    }

    @Test
    void bodyBeyondTheLimit_isLost() {
        var queue = queue(Map.of("inbox.simulator.deliveries.waiting", "0"));
        assertThat(outcome(queue)).isEqualTo(new Answer.Missing("QueueFull"));
    }

    @Test
    void reset_givesUpWhatWaits() {
        // Given
        receiver.answersNext(500);
        var queue = queue(Map.of("inbox.simulator.deliveries.first-delay", "0.3S"));
        var delivery = queue.deliver(JsonNodeFactory.instance.objectNode(), Duration.ZERO);
        await().until(() -> !receiver.posts().isEmpty());

        // When
        queue.forget(new Reset());

        // Then
        assertThat(delivery.within(Duration.ofSeconds(10)).await().atMost(Duration.ofSeconds(30)))
                .isEqualTo(new Answer.Missing("Forgotten"));
    }

    @Test
    void impatientCaller_isToldTheLatestAnswerWhileTheDeliveryGoesOn() {
        // Given
        receiver.answersNext(503);
        var queue = queue(Map.of("inbox.simulator.deliveries.first-delay", "1S"));
        var delivery = queue.deliver(JsonNodeFactory.instance.objectNode(), Duration.ZERO);

        // Then
        await().until(() -> latest(delivery), new Answer.Refused(503)::equals);
        assertThat(delivery.within(Duration.ofSeconds(10)).await().atMost(Duration.ofSeconds(30)))
                .isEqualTo(new Answer.Accepted());
    }

    private static Answer latest(Delivery delivery) {
        return delivery.within(Duration.ofMillis(1)).await().atMost(Duration.ofSeconds(30));
    }

    private static Answer outcome(WebhookQueue queue) {
        return queue.deliver(JsonNodeFactory.instance.objectNode(), Duration.ZERO)
                .within(Duration.ofSeconds(10))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private WebhookQueue queue(Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "inbox.simulator.webhook-url", receiver.url(),
                "inbox.simulator.deliveries.first-delay", "0.01S",
                "inbox.simulator.deliveries.waiting", "10"));
        all.putAll(settings);
        var config = SimulatorConfigs.with(all);
        var client = new WebhookClient(vertx, new Addresses(config), new WebhookSignature(config), config);
        return new WebhookQueue(client, config);
    }
}
