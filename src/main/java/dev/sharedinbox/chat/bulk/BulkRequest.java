package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.platform.Texts;
import dev.sharedinbox.platform.failure.InboxException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deed on many chats as somebody asked for it.
///
/// @param key the client's own key for it
/// @param deed what to do
/// @param arguments with what
/// @param target to which chats
record BulkRequest(String key, BulkDeed deed, JsonObject arguments, BulkTarget target) {

    private static final int LONGEST_KEY = 100;

    /// @throws InboxException when the input has not the promised form
    static BulkRequest of(BulkChatsInput input) {
        var key = input.clientRequestId();
        if (key.isBlank() || !Texts.fits(key, LONGEST_KEY)) {
            throw InboxException.invalid("Expected 1 to " + LONGEST_KEY + " characters.", "input", "clientRequestId");
        }
        var arguments = new JsonObject()
                .put("userId", argument(input.deed(), "userId", input.userId()))
                .put("teamId", argument(input.deed(), "teamId", input.teamId()))
                .put("tagIds", new JsonArray(tags(argument(input.deed(), "tagIds", input.tagIds()))));
        return new BulkRequest(key, input.deed(), arguments, BulkTarget.of(input));
    }

    /// The same text for the same request, and for no other.
    String text() {
        return target.toJson()
                .put("deed", deed.name())
                .put("arguments", arguments)
                .encode();
    }

    private static <T> @Nullable T argument(BulkDeed deed, String name, @Nullable T given) {
        if (given != null && !deed.takes(name)) {
            throw InboxException.invalid(deed + " takes no " + name + ".", "input", name);
        }
        return given;
    }

    private static List<String> tags(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
