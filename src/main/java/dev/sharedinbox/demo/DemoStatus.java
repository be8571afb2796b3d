package dev.sharedinbox.demo;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far an outgoing message of the demo came, and what WhatsApp would have reported on the way.
enum DemoStatus {
    SENT(1),
    DELIVERED(3),
    READ(40),
    FAILED(2);

    private final int seconds;

    DemoStatus(int seconds) {
        this.seconds = seconds;
    }

    @Nullable JsonObject failure() {
        return this == FAILED
                ? JsonObject.of(
                        "code", "131026",
                        "title", "Message undeliverable",
                        "detail", "The recipient may use an old version of WhatsApp.",
                        "advice", "Ask the customer to update WhatsApp, or reach them another way.",
                        "retryable", false)
                : null;
    }

    List<JsonObject> receipts(String businessNumber, String providerId, Instant sentAt) {
        return steps().map(step -> step.receipt(businessNumber, providerId, sentAt))
                .toList();
    }

    private Stream<DemoStatus> steps() {
        return switch (this) {
            case SENT -> Stream.of(SENT);
            case DELIVERED -> Stream.of(SENT, DELIVERED);
            case READ -> Stream.of(SENT, DELIVERED, READ);
            case FAILED -> Stream.of(SENT, FAILED);
        };
    }

    private JsonObject receipt(String businessNumber, String providerId, Instant sentAt) {
        var at = sentAt.plus(Duration.ofSeconds(seconds));
        return JsonObject.of(
                        "business_number_id", businessNumber,
                        "provider_message_id", providerId,
                        "status", name(),
                        "occurred_at", at,
                        "participant", "",
                        "raw", new JsonObject(),
                        "received_at", at)
                .put("failure", failure());
    }
}
