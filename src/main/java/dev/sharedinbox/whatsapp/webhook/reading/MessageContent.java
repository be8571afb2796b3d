package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.message.MessageType;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// What a message says, in the house's words.
///
/// @param type what it is
/// @param text what a person reads first
/// @param content the rest
/// @param file the file it carries
record MessageContent(MessageType type, @Nullable String text, JsonObject content, Incoming.@Nullable File file) {

    static MessageContent of(MessageType type, @Nullable String text, JsonObject content) {
        return new MessageContent(type, text, content, null);
    }

    /// Something nothing here can show yet: its raw form is the content, so that nothing is lost.
    static MessageContent unsupported(JsonNode message) {
        var kind = Json.text(message, "unsupported", "type").or(() -> Json.text(message, "type"));
        return of(
                MessageType.UNSUPPORTED,
                null,
                new JsonObject().put("kind", kind.orElse(null)).put("raw", Json.object(message)));
    }
}
