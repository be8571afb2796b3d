package dev.sharedinbox.chat.intake.incoming;

import java.util.List;
import java.util.UUID;

/// What makes a message the same message: the carrier's id on a business number.
public record ProviderId(UUID businessNumberId, String value) {

    /// The id of a message.
    public static ProviderId of(Incoming.Message message) {
        return new ProviderId(message.businessNumberId(), message.providerMessageId());
    }

    /// The id of the message that a status speaks of.
    public static ProviderId of(Incoming.Status status) {
        return new ProviderId(status.businessNumberId(), status.providerMessageId());
    }

    /// The id of the entry of a call.
    public static ProviderId of(Incoming.Call call) {
        return new ProviderId(call.businessNumberId(), call.providerCallId());
    }

    /// The message that an amendment changes.
    public static ProviderId target(Incoming.Amendment amendment) {
        return new ProviderId(amendment.businessNumberId(), amendment.targetProviderId());
    }

    /// The business numbers, in the order of the ids.
    public static UUID[] numbers(List<ProviderId> ids) {
        return ids.stream().map(ProviderId::businessNumberId).toArray(UUID[]::new);
    }

    /// The carrier's ids, in order.
    public static String[] values(List<ProviderId> ids) {
        return ids.stream().map(ProviderId::value).toArray(String[]::new);
    }
}
