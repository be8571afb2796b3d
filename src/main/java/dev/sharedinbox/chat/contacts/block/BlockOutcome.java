package dev.sharedinbox.chat.contacts.block;

import dev.sharedinbox.delivery.Failure;

/// How a call to the carrier's [BlockList] ended.
public sealed interface BlockOutcome {

    /// It is as wished.
    record Done() implements BlockOutcome {}

    /// Nothing was done: the customer did not write within the time in which one may be blocked.
    record NotRecent() implements BlockOutcome {}

    /// Nothing was done, and nothing will be unless somebody acts on the failure.
    record Refused(Failure failure) implements BlockOutcome {}

    /// Nothing was done; the same call may succeed later.
    record TryLater(Failure failure) implements BlockOutcome {}

    /// Nobody knows whether it was done; the same call tells.
    record Unclear(Failure failure) implements BlockOutcome {}
}
