package dev.sharedinbox.delivery;

import io.smallrye.mutiny.Uni;

/// Hands messages to the outside world. It is called outside any transaction, at most once per attempt, and
/// knows best what an answer means; an exception counts as [Outcome.Unknown], because nobody can say how far
/// the call came.
public interface Carrier {

    Uni<Outcome> send(OutgoingDelivery delivery);
}
