package dev.sharedinbox.change;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact about to be appended to the log.
///
/// @param type what happened
/// @param chatId the chat it happened in, if any
/// @param messageId the message it is about, if any
/// @param userId the only user it concerns, if just one
/// @param detail what a reader cannot learn from the current rows, never content: readers see it after an access check
public record NewChange(
        ChangeType type,
        @Nullable UUID chatId,
        @Nullable UUID messageId,
        @Nullable UUID userId,
        JsonObject detail) {

    /// What the detail calls the user who did it.
    static final String BY = "by";

    public static NewChange chat(ChangeType type, UUID chatId) {
        return new NewChange(type, chatId, null, null, new JsonObject());
    }

    public static NewChange message(ChangeType type, UUID chatId, UUID messageId) {
        return new NewChange(type, chatId, messageId, null, new JsonObject());
    }

    public static NewChange user(ChangeType type, UUID userId) {
        return new NewChange(type, null, null, userId, new JsonObject());
    }

    /// A fact about something else, whose id stands in the detail under this name.
    public static NewChange about(ChangeType type, String name, UUID id) {
        return new NewChange(type, null, null, null, new JsonObject().put(name, id.toString()));
    }

    /// The same fact, done by a user.
    public NewChange by(UUID doer) {
        return with(detail.copy().put(BY, doer.toString()));
    }

    public NewChange with(JsonObject detail) {
        return new NewChange(type, chatId, messageId, userId, detail);
    }
}
