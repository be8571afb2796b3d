package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call of the Graph API that asked for a message.
///
/// @param to the digits of the customer's phone, however the call addressed them
/// @param wamid the message's id, when there is a message
/// @param code Meta's error code, when the caller was given one
/// @param request the body of the call; absent when it was long
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerEntry(
        Instant time,
        String businessNumberId,
        String to,
        String userId,
        String type,
        @Nullable String callbackData,
        @Nullable String wamid,
        Outcome outcome,
        @Nullable Integer code,
        @JsonRawValue @Nullable String request) {

    /// What became of the call.
    public enum Outcome {
        /// The message goes out, whether or not the caller was told so.
        ACCEPTED,
        /// There is no message, and the caller was given a code.
        REFUSED,
        /// There is no message, and the caller was left without an answer.
        UNANSWERED
    }

    /// Neither content nor phone: this may end up in a log.
    @Override
    public String toString() {
        return "LedgerEntry[" + outcome + "]";
    }
}
