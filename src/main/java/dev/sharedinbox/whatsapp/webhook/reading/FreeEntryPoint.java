package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The free entry point that a status tells of: a customer who came through an advertisement and was answered within
/// 24 hours may be written to for nothing. Meta gives its end with the status `sent`, as a text or a number.
///
/// @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing">Meta's pricing</a>
final class FreeEntryPoint {

    /// 72 hours from the first answer, and a little for clocks that differ.
    private static final Duration LONGEST = Duration.ofHours(73);

    private FreeEntryPoint() {}

    /// When it ends; empty when the status tells of none, or of an end that cannot be.
    static Optional<Instant> expiresAt(JsonNode status) {
        return isFreeEntry(status)
                ? seconds(status, "conversation", "expiration_timestamp").filter(end -> isPossible(end, status))
                : Optional.empty();
    }

    private static boolean isFreeEntry(JsonNode status) {
        return Json.text(status, "conversation", "origin", "type")
                        .filter("referral_conversion"::equals)
                        .isPresent()
                || Json.text(status, "pricing", "type")
                        .filter("free_entry_point"::equals)
                        .isPresent();
    }

    private static boolean isPossible(Instant end, JsonNode status) {
        return seconds(status, "timestamp")
                .filter(at -> !end.isAfter(at.plus(LONGEST)))
                .isPresent();
    }

    private static Optional<Instant> seconds(JsonNode status, String... path) {
        return Json.text(status, path)
                .filter(text -> text.matches("[0-9]{1,11}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    }
}
