package dev.sharedinbox.delivery;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// Why a message was not delivered, in words an agent can act on. Its JSON is what a message keeps as
/// `failure`.
///
/// @param code the carrier's error code as text, or one of our own words
/// @param title what happened, in a few words
/// @param detail what the carrier said beyond that
/// @param advice what the agent can do
/// @param retryable whether sending the same message again can succeed
public record Failure(String code, String title, @Nullable String detail, String advice, boolean retryable) {

    static Failure of(JsonObject json) {
        return new Failure(
                json.getString("code"),
                json.getString("title"),
                json.getString("detail"),
                json.getString("advice"),
                json.getBoolean("retryable"));
    }

    public JsonObject json() {
        return new JsonObject()
                .put("code", code)
                .put("title", title)
                .put("detail", detail)
                .put("advice", advice)
                .put("retryable", retryable);
    }

    /// The same, for a message that was given up although nothing stands against sending it again.
    Failure retryableNow() {
        return new Failure(code, title, detail, advice, true);
    }
}
