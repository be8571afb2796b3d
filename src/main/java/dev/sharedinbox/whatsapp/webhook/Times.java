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
        var text = Json.text(item, "timestamp").orElseThrow(() -> new MalformedException("timestamp is missing"));
        try {
            var seconds = Long.parseLong(text);
            if (seconds < 0) {
                throw new MalformedException("timestamp is negative");
            }
            return seconds >= now.getEpochSecond() ? now : Instant.ofEpochSecond(seconds);
        } catch (NumberFormatException e) {
            throw new MalformedException("timestamp is not a number of seconds");
        }
    }
}
