package dev.sharedinbox.chat.intake;

import dev.sharedinbox.chat.intake.incoming.Conversation;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.message.Direction;
import dev.sharedinbox.platform.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A chat as a batch finds or opens it, locked for the batch, and what the batch's messages make of it. A mutable
/// tally: it lives within one transaction.
final class LiveChat {

    private final UUID id;
    private final Conversation conversation;
    private final Beginning beginning;
    private int lastSeq;
    private int unread;
    private Instant lastActivityAt;
    private @Nullable Instant lastInboundAt;
    private @Nullable Instant waitingSince;
    private @Nullable UUID lastMessageId;
    private @Nullable Direction lastDirection;

    /// How the batch came to the chat.
    enum Beginning {
        /// It was there and not closed.
        FOUND,
        /// It was closed and its inbox reopens chats.
        REOPENED,
        /// It begins with this batch.
        OPENED,
        /// It begins closed: nothing in this batch is to be done about.
        IMPORTED
    }

    private LiveChat(
            UUID id,
            Conversation conversation,
            Beginning beginning,
            int lastSeq,
            Instant lastActivityAt,
            @Nullable Instant waitingSince) {
        this.id = id;
        this.conversation = conversation;
        this.beginning = beginning;
        this.lastSeq = lastSeq;
        this.lastActivityAt = lastActivityAt;
        this.waitingSince = waitingSince;
    }

    static LiveChat found(
            UUID id,
            Conversation conversation,
            Beginning beginning,
            int lastSeq,
            Instant lastActivityAt,
            @Nullable Instant waitingSince) {
        return new LiveChat(id, conversation, beginning, lastSeq, lastActivityAt, waitingSince);
    }

    static LiveChat opened(Conversation conversation, Beginning beginning, Instant at) {
        return new LiveChat(Ids.next(), conversation, beginning, 0, at, null);
    }

    /// Take a new message in and return its number.
    int add(UUID messageId, Incoming.Message message) {
        lastSeq++;
        var at = message.sentAt();
        if (becomesLast(message)) {
            lastMessageId = messageId;
            lastDirection = message.origin().direction();
        }
        lastActivityAt = at.isAfter(lastActivityAt) ? at : lastActivityAt;
        switch (message.origin()) {
            case CUSTOMER -> {
                unread++;
                lastInboundAt = at;
                waitingSince = waitingSince == null ? at : waitingSince;
            }
            case BUSINESS_APP, OTHER_PROGRAM -> waitingSince = null;
            case CUSTOMER_CALL, OBSERVED -> lastInboundAt = at;
            case NOTICE, HANDOVER, BUSINESS_CALL, HISTORY_CUSTOMER, HISTORY_BUSINESS -> {}
        }
        return lastSeq;
    }

    /// What was written before we were there becomes the newest message only where nothing newer is known.
    private boolean becomesLast(Incoming.Message message) {
        var isFirst = beginning == Beginning.IMPORTED && lastMessageId == null;
        return isFirst || !message.origin().isHistory() || !message.sentAt().isBefore(lastActivityAt);
    }

    UUID id() {
        return id;
    }

    Conversation conversation() {
        return conversation;
    }

    Beginning beginning() {
        return beginning;
    }

    int lastSeq() {
        return lastSeq;
    }

    int unread() {
        return unread;
    }

    Instant lastActivityAt() {
        return lastActivityAt;
    }

    @Nullable Instant lastInboundAt() {
        return lastInboundAt;
    }

    @Nullable Instant waitingSince() {
        return waitingSince;
    }

    @Nullable UUID lastMessageId() {
        return lastMessageId;
    }

    @Nullable Direction lastDirection() {
        return lastDirection;
    }
}
