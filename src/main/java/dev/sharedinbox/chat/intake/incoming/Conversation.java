package dev.sharedinbox.chat.intake.incoming;

import java.util.Comparator;
import java.util.UUID;

/// Who talks with which of our numbers; at most one chat of a conversation is not closed.
///
/// @param businessNumberId our side
/// @param contactId the customer
public record Conversation(UUID businessNumberId, UUID contactId) implements Comparable<Conversation> {

    private static final Comparator<Conversation> ORDER =
            Comparator.comparing(Conversation::businessNumberId).thenComparing(Conversation::contactId);

    @Override
    public int compareTo(Conversation other) {
        return ORDER.compare(this, other);
    }
}
