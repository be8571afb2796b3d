package dev.sharedinbox.chat.intake.incoming;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing the carrier says about a call.
///
/// @param word CONNECT, TERMINATE or a status such as RINGING, ACCEPTED and REJECTED, in upper case
/// @param occurredAt when it happened, not in the future
/// @param talkingSince since when the two talked; null when nobody answered, or when this word does not tell
/// @param seconds how long they talked
public record CallEvent(
        String word,
        Instant occurredAt,
        @Nullable Instant talkingSince,
        @Nullable Integer seconds) {

    /// Whether it is of this word.
    public boolean is(String other) {
        return word.equals(other);
    }

    /// Whether it tells that the two talked.
    public boolean tellsOfTalk() {
        return talkingSince != null || (seconds != null && seconds > 0);
    }

    /// When the call showed a sign of life.
    public Instant activeAt() {
        return talkingSince == null ? occurredAt : talkingSince;
    }
}
