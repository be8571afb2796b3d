package dev.sharedinbox.chat;

import dev.sharedinbox.chat.message.DeliveryStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What filters ask of a chat beside what clients are shown of it.
///
/// @param searchName what the customer's name is compared by, without accents and case, as PostgreSQL folds it
/// @param country the country of the customer's number as an ISO 3166 code of two letters; null when there is none
/// @param contactAttributes what users keep of the customer, each text cut to 500 characters
/// @param lastOutgoing the newest message that went out in it; empty when none did
/// @param writers the users who wrote in it
public record ChatTraits(
        String searchName,
        @Nullable String country,
        Map<String, String> contactAttributes,
        Optional<Outgoing> lastOutgoing,
        Set<UUID> writers) {

    /// A message of ours. Of two of the same moment, the one that was stored later is the newer.
    ///
    /// @param status how far it has come
    /// @param failureCode why it was not delivered; null unless it failed
    /// @param sentAt when it was written
    public record Outgoing(DeliveryStatus status, @Nullable String failureCode, Instant sentAt) {}
}
