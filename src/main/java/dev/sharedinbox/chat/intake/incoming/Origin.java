package dev.sharedinbox.chat.intake.incoming;

import dev.sharedinbox.chat.message.Direction;
import dev.sharedinbox.chat.message.SenderKind;

/// How a message came to us, and with that what it does to its chat.
public enum Origin {
    /// The customer wrote to us: it is unread, somebody waits, and the session window opens.
    CUSTOMER(Direction.INCOMING, SenderKind.CUSTOMER),
    /// WhatsApp tells something about the customer: it is shown, and nothing else; a closed chat stays closed.
    NOTICE(Direction.INCOMING, SenderKind.SYSTEM),
    /// Somebody else answers the customer from now on, or does so no more: it is shown.
    HANDOVER(Direction.INCOMING, SenderKind.SYSTEM),
    /// The customer wrote while somebody else on the same number answers: the session window opens, so that we can
    /// take over; nothing is unread and nobody waits.
    OBSERVED(Direction.INCOMING, SenderKind.CUSTOMER),
    /// Another program on the same number answered, such as Meta's agent: nobody waits any more.
    OTHER_PROGRAM(Direction.OUTGOING, SenderKind.CHATBOT),
    /// Somebody answered in the WhatsApp Business app: nobody waits any more.
    BUSINESS_APP(Direction.OUTGOING, SenderKind.BUSINESS_APP),
    /// The customer called: the session window opens; whether somebody waits, only the call's end tells.
    CUSTOMER_CALL(Direction.INCOMING, SenderKind.CUSTOMER),
    /// We called the customer: it is shown, and nothing else.
    BUSINESS_CALL(Direction.OUTGOING, SenderKind.BUSINESS_APP),
    /// Written by the customer before the number was connected: imported in silence.
    HISTORY_CUSTOMER(Direction.INCOMING, SenderKind.CUSTOMER),
    /// Written by the business before the number was connected: imported in silence.
    HISTORY_BUSINESS(Direction.OUTGOING, SenderKind.BUSINESS_APP);

    private final Direction direction;
    private final SenderKind sender;

    Origin(Direction direction, SenderKind sender) {
        this.direction = direction;
        this.sender = sender;
    }

    /// Whether it came from the customer or went to them.
    public Direction direction() {
        return direction;
    }

    /// Who wrote it.
    public SenderKind sender() {
        return sender;
    }

    /// Whether the customer wrote to us just now, whoever answers them: the session window opens. Calls open it by
    /// what their events tell.
    public boolean isCustomerWriting() {
        return this == CUSTOMER || this == OBSERVED;
    }

    /// Whether there is something to do about it. What is not opens no chat, neither a closed one nor a new one.
    public boolean opensChat() {
        return this != NOTICE && !isHistory();
    }

    /// Whether it was written before we were there.
    public boolean isHistory() {
        return this == HISTORY_CUSTOMER || this == HISTORY_BUSINESS;
    }
}
