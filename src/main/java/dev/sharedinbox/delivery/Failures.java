package dev.sharedinbox.delivery;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// The failures that are ours and not the carrier's.
final class Failures {

    private static final String CHECK_FIRST = "It may have been sent. Check before sending again.";

    private Failures() {}

    /// What an attempt keeps when the call ended without an answer.
    static Failure noAnswer() {
        return new Failure("NO_ANSWER", "No answer", null, CHECK_FIRST, true);
    }

    /// What an attempt keeps when its node was gone before it settled.
    static Failure lost() {
        return new Failure("LOST", "The sending node was gone", null, CHECK_FIRST, true);
    }

    /// What an agent sees when no status came either. The code is the one that gives way to any later status.
    static Failure outcomeUnknown() {
        return new Failure("OUTCOME_UNKNOWN", "Nobody knows whether it was sent", null, CHECK_FIRST, true);
    }

    /// What an agent sees when a message waited for too long: why its last attempt failed, if there was one.
    static Failure tooLate(@Nullable JsonObject lastError) {
        return lastError == null
                ? new Failure("NOT_SENT_IN_TIME", "Could not be sent in time", null, "Send it again.", true)
                : Failure.of(lastError).retryableNow();
    }
}
