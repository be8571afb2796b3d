package dev.sharedinbox.platform.failure;

/// The catalogue of everything we refuse and every way we fail, the same over GraphQL, websocket and REST.
/// Codes are part of the contract: add, never rename.
public enum ErrorCode {
    /// The request does not have the promised form; the path names the field.
    INVALID_INPUT(Actor.CLIENT, false, 400),
    /// A filter rule is wrong; the path names the leaf and the message what is allowed.
    INVALID_FILTER(Actor.CLIENT, false, 400),
    /// A paging cursor is damaged, or belongs to another list, filter, sort or user.
    INVALID_CURSOR(Actor.CLIENT, false, 400),
    /// A change cursor is too old or of another life; load afresh.
    RESYNC_REQUIRED(Actor.CLIENT, false, 409),
    /// A query is deeper, wider or costlier than allowed.
    QUERY_TOO_COMPLEX(Actor.CLIENT, false, 400),
    /// Looking through all that a filter or a search names takes too long; the message says how to narrow it.
    QUERY_TOO_BROAD(Actor.USER, false, 400),
    /// A body is larger than allowed.
    PAYLOAD_TOO_LARGE(Actor.CLIENT, false, 413),
    /// No valid token, or one of a user this workspace does not know.
    UNAUTHENTICATED(Actor.CLIENT, false, 401),
    /// A webhook's signature is wrong or missing.
    INVALID_SIGNATURE(Actor.CLIENT, false, 401),
    /// The role lacks the permission for this deed.
    FORBIDDEN(Actor.ADMIN, false, 403),
    /// It does not exist, or the viewer may not see it: the answer is the same.
    NOT_FOUND(Actor.USER, false, 404),
    /// Somebody else changed it first; look again.
    CONFLICT(Actor.USER, false, 409),
    /// The chat is closed; reopen it or start a new one.
    CHAT_CLOSED(Actor.USER, false, 409),
    /// The chat has another assignee than the client believed.
    ASSIGNEE_CHANGED(Actor.USER, false, 409),
    /// A colleague, a chatbot or the business app answered after the last message the client saw; look
    /// again.
    STALE_VIEW(Actor.USER, false, 409),
    /// The same clientMessageId came before with other content.
    CLIENT_MESSAGE_ID_REUSED(Actor.CLIENT, false, 409),
    /// More than 24 hours since the customer wrote: only a template may be sent.
    SESSION_WINDOW_CLOSED(Actor.USER, false, 409),
    /// The number has blocked the customer; unblock them first.
    CONTACT_BLOCKED(Actor.USER, false, 409),
    /// WhatsApp lets a number block only customers who wrote to it within the last 24 hours.
    BLOCK_WINDOW_CLOSED(Actor.USER, false, 409),
    /// The value is not what the chat attribute holds; the path names it and the message says what is
    /// expected.
    ATTRIBUTE_VALUE_INVALID(Actor.USER, false, 400),
    /// There is no time zone of this name.
    TIME_ZONE_UNKNOWN(Actor.USER, false, 400),
    /// The quoted message is not one of this chat that WhatsApp knows.
    REPLY_TARGET_INVALID(Actor.USER, false, 400),
    /// The message was not delivered and cannot be sent again as it is.
    NOT_RETRYABLE(Actor.USER, false, 409),
    /// WhatsApp refused; the message says why and what helps.
    CARRIER_REFUSED(Actor.ADMIN, false, 502),
    /// WhatsApp is out of reach or too busy; nothing was done.
    CARRIER_UNAVAILABLE(Actor.NOBODY, true, 503),
    /// WhatsApp did not say how it ended; the same deed again is safe and tells.
    CARRIER_UNCLEAR(Actor.NOBODY, true, 504),
    /// Too many requests, connections or messages; wait.
    RATE_LIMITED(Actor.CLIENT, true, 429),
    /// The server is overloaded or its database away; nothing was done, try again.
    UNAVAILABLE(Actor.NOBODY, true, 503),
    /// A defect of ours; the request id finds it in the log.
    INTERNAL(Actor.NOBODY, true, 500);

    /// Who can do something about it.
    public enum Actor {
        /// The program that called.
        CLIENT,
        /// The person at the screen.
        USER,
        /// An administrator of the workspace.
        ADMIN,
        /// Nobody but us; waiting helps.
        NOBODY
    }

    private final Actor actor;
    private final boolean retryable;
    private final int httpStatus;

    ErrorCode(Actor actor, boolean retryable, int httpStatus) {
        this.actor = actor;
        this.retryable = retryable;
        this.httpStatus = httpStatus;
    }

    public Actor actor() {
        return actor;
    }

    /// Whether the same request may succeed later without change.
    public boolean retryable() {
        return retryable;
    }

    public int httpStatus() {
        return httpStatus;
    }
}
