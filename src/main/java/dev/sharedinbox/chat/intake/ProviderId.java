package dev.sharedinbox.chat.intake;

import java.util.List;
import java.util.UUID;

/// What makes a message the same message: the carrier's id on a business number.
record ProviderId(UUID businessNumberId, String value) {

    static ProviderId of(Incoming.Message message) {
        return new ProviderId(message.businessNumberId(), message.providerMessageId());
    }

    static ProviderId of(Incoming.Status status) {
        return new ProviderId(status.businessNumberId(), status.providerMessageId());
    }

    static ProviderId of(Incoming.Call call) {
        return new ProviderId(call.businessNumberId(), call.providerCallId());
    }

    /// The message that an amendment changes.
    static ProviderId target(Incoming.Amendment amendment) {
        return new ProviderId(amendment.businessNumberId(), amendment.targetProviderId());
    }

    static UUID[] numbers(List<ProviderId> ids) {
        return ids.stream().map(ProviderId::businessNumberId).toArray(UUID[]::new);
    }

    static String[] values(List<ProviderId> ids) {
        return ids.stream().map(ProviderId::value).toArray(String[]::new);
    }
}
