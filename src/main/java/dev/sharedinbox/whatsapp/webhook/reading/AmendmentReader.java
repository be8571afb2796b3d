package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.message.MessageType;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads edits and revocations, which WhatsApp sends as messages about a message.
@Singleton
final class AmendmentReader {

    private final ContentReader contents;

    AmendmentReader(ContentReader contents) {
        this.contents = contents;
    }

    /// Return what is to be changed; empty when it is an ordinary message, or when the new text cannot be read.
    Optional<Reading> read(JsonNode body) {
        return switch (Json.text(body, "type").orElse("")) {
            case "edit" -> edit(body.path("edit"));
            case "revoke" ->
                target(body.path("revoke")).map(target -> new Reading(target, Incoming.Amendment.Kind.REVOKE, null));
            default -> Optional.empty();
        };
    }

    private Optional<Reading> edit(JsonNode edit) {
        var edited = contents.read(edit.path("message"));
        return edited.type() == MessageType.UNSUPPORTED
                ? Optional.empty()
                : target(edit).map(target -> new Reading(target, Incoming.Amendment.Kind.EDIT, edited.text()));
    }

    private static Optional<String> target(JsonNode amendment) {
        return Json.text(amendment, "original_message_id");
    }

    /// Which message is changed, and how.
    ///
    /// @param text what it says after an edit
    record Reading(
            String target,
            Incoming.Amendment.Kind kind,
            @Nullable String text) {}
}
