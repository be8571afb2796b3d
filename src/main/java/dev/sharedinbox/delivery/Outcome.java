package dev.sharedinbox.delivery;

import java.time.Instant;

/// How a call to the carrier ended.
public sealed interface Outcome {

    /// The carrier has the message.
    ///
    /// @param providerMessageId what the carrier calls it from now on
    record Accepted(String providerMessageId) implements Outcome {}

    /// Nothing was sent; the same call may succeed later.
    ///
    /// @param failure what to tell when it never does
    /// @param notBefore the earliest time at which trying again makes sense
    record RetryLater(Failure failure, Instant notBefore) implements Outcome {}

    /// Nothing was sent, and this message never will be as it is.
    record Refused(Failure failure) implements Outcome {}

    /// Nothing was sent, and nothing will be from this number for a while: its credentials or settings are at
    /// fault.
    ///
    /// @param failure what to tell when it lasts too long
    /// @param until when to try the number again
    record NumberPaused(Failure failure, Instant until) implements Outcome {}

    /// The call began and nobody knows how it ended, so it must not be repeated.
    record Unknown(Failure failure) implements Outcome {}
}
