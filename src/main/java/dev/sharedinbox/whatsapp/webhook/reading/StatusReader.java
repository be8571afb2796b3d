package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.MalformedException;
import dev.sharedinbox.whatsapp.webhook.body.Times;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads one element of `statuses`.
final class StatusReader {

    private StatusReader() {}

    /// @throws MalformedException when it has no id, word or time
    static Incoming.Status read(JsonNode status, UUID number, Instant now) {
        var word = required(status, "status").toUpperCase(Locale.ROOT);
        return new Incoming.Status(
                number,
                required(status, "id"),
                word,
                Times.of(status, now),
                participant(status),
                Json.text(status, "biz_opaque_callback_data")
                        .flatMap(Ids::parse)
                        .orElse(null),
                failure(status, word),
                FreeEntryPoint.expiresAt(status).orElse(null),
                Json.object(status));
    }

    /// Meta spells it in two ways, and names people by number or by user id.
    private static String participant(JsonNode status) {
        return Json.text(status, "recipient_participant_id")
                .or(() -> Json.text(status, "participant_recipient_id"))
                .or(() -> Json.text(status, "recipient_participant_user_id"))
                .orElse("");
    }

    private static @Nullable JsonObject failure(JsonNode status, String word) {
        return "FAILED".equals(word) ? ReportedErrors.of(status).ofSending().json() : null;
    }

    private static String required(JsonNode status, String field) {
        return Optional.of(status)
                .flatMap(one -> Json.text(one, field))
                .orElseThrow(() -> new MalformedException(field + " is missing"));
    }
}
