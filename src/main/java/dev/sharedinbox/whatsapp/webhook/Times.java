package dev.sharedinbox.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// Reads Meta's times: Unix seconds, as text in some places and as numbers in others.
final class Times {

    private Times() {}

    /// The time in `timestamp`, never after `now`: a clock that is ahead must not hold a session window open.
    ///
    /// @throws MalformedException when it is absent or not a number
    static Instant of(JsonNode item, Instant now) {
        return of(item, "timestamp", now);
    }

    /// The time in another field, by the same rules.
    static Instant of(JsonNode item, String field, Instant now) {
        var text = Json.text(item, field).orElseThrow(() -> new MalformedException(field + " is missing"));
        try {
            var seconds = Long.parseLong(text);
            if (seconds < 0) {
                throw new MalformedException(field + " is negative");
            }
            return seconds >= now.getEpochSecond() ? now : Instant.ofEpochSecond(seconds);
        } catch (NumberFormatException e) {
            throw new MalformedException(field + " is not a number of seconds");
        }
    }
}
