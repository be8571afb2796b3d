package dev.sharedinbox.whatsapp.webhook.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/// Reads Meta's times: Unix seconds, as text in some places and as numbers in others.
public final class Times {

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private Times() {}

    /// The time in `timestamp`, never after `now`: a clock that is ahead must not hold a session window open.
    ///
    /// @throws MalformedException when it is absent or not a number
    public static Instant of(JsonNode item, Instant now) {
        return of(item, "timestamp", now);
    }

    /// The time in another field, by the same rules.
    public static Instant of(JsonNode item, String field, Instant now) {
        var told = seconds(item, field);
        return told >= now.getEpochSecond() ? now : Instant.ofEpochSecond(told);
    }

    /// The time in a field exactly as told, so that each delivery of it gives the same, even while our clock is a
    /// little behind. A time far ahead is `now`, because nothing could ever be newer.
    ///
    /// @throws MalformedException when it is absent or not a number
    public static Instant asTold(JsonNode item, String field, Instant now) {
        var told = seconds(item, field);
        return told > now.plus(AHEAD).getEpochSecond() ? now : Instant.ofEpochSecond(told);
    }

    private static long seconds(JsonNode item, String field) {
        var text = Json.text(item, field).orElseThrow(() -> new MalformedException(field + " is missing"));
        try {
            var seconds = Long.parseLong(text);
            if (seconds < 0) {
                throw new MalformedException(field + " is negative");
            }
            return seconds;
        } catch (NumberFormatException e) {
            throw new MalformedException(field + " is not a number of seconds");
        }
    }
}
