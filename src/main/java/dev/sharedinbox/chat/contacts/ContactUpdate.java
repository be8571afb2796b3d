package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.platform.failure.InboxException;
import io.vertx.core.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A checked wish to change what users know about a customer.
///
/// @param renames whether the name is to change
/// @param name the name users gave; null for none
/// @param attributes the attributes to have from now on; empty when they stay
record ContactUpdate(boolean renames, @Nullable String name, Optional<JsonObject> attributes) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_ATTRIBUTES = 50;
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_VALUE = 2_000;

    /// @param renames whether the input has a name, be it null
    /// @throws InboxException `INVALID_INPUT` when something is too long, too much or no text
    static ContactUpdate of(UpdateContactInput input, boolean renames) {
        var attributes = Optional.ofNullable(input.attributes()).map(ContactUpdate::attributes);
        return new ContactUpdate(renames, name(input.name()), attributes);
    }

    private static @Nullable String name(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        return text(written.strip(), LONGEST_NAME, "name");
    }

    private static JsonObject attributes(jakarta.json.JsonObject written) {
        if (written.size() > MOST_ATTRIBUTES) {
            throw InboxException.invalid("At most " + MOST_ATTRIBUTES + " attributes.", "input", "attributes");
        }
        var attributes = new JsonObject();
        written.forEach((key, value) -> attributes.put(text(key, LONGEST_KEY, "attributes"), value(value)));
        return attributes;
    }

    private static String value(JsonValue value) {
        if (value instanceof JsonString string) {
            return text(string.getString(), LONGEST_VALUE, "attributes");
        }
        throw InboxException.invalid("An attribute's value is a text.", "input", "attributes");
    }

    private static String text(String text, int longest, String field) {
        if (text.length() > longest || text.indexOf('\0') >= 0) {
            throw InboxException.invalid(
                    "A text here has at most " + longest + " characters and no NUL.", "input", field);
        }
        return text;
    }
}
