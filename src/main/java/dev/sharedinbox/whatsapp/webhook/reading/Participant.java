package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who of a group wrote or reacted: the chat is the group's, so what they did says who they are.
record Participant(
        @Nullable String waId,
        @Nullable String userId,
        @Nullable String name) {

    /// Empty when it did not happen in a group.
    static Optional<Participant> of(JsonNode message, Customers customers) {
        return Json.text(message, "group_id")
                .map(_ -> new Participant(
                        Json.nullableText(message, "from"),
                        Json.nullableText(message, "from_user_id"),
                        customers.named(message, "from", "from_user_id").name()));
    }

    /// The same as theirs.
    Incoming in(Incoming read) {
        return switch (read) {
            case Incoming.Message message -> {
                message.content().put("participant", json());
                yield message;
            }
            case Incoming.Reaction reaction -> reaction.of(userId == null ? String.valueOf(waId) : userId);
            default -> read;
        };
    }

    private JsonObject json() {
        return new JsonObject().put("waId", waId).put("userId", userId).put("name", name);
    }
}
