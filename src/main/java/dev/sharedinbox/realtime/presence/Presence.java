package dev.sharedinbox.realtime.presence;

import java.time.Instant;
import java.util.UUID;

/// A person does something in a chat.
///
/// @param connectionId through which of their connections; at most one chat for each connection and doing
/// @param expiresAt when it no longer counts unless renewed
record Presence(Doing doing, UUID chatId, UUID connectionId, Person person, Instant expiresAt) {

    boolean isSameTo(Presence other) {
        return doing == other.doing
                && chatId.equals(other.chatId)
                && person.id().equals(other.person.id());
    }
}
