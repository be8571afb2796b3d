package dev.sharedinbox.chat;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.ChatPlace;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A chat whose row is locked by the running transaction, so that what it says stays true until the commit.
///
/// @param workspaceId its workspace
/// @param id the chat
/// @param place what decides who may see it
/// @param businessNumberId the number the customer writes to
/// @param status its state
/// @param lastSeq the number of its newest message
/// @param sessionExpiresAt when the session window closes; null when the customer never wrote
/// @param contactBlocked whether the number has blocked the customer
public record LockedChat(
        UUID workspaceId,
        UUID id,
        ChatPlace place,
        UUID businessNumberId,
        ChatStatus status,
        int lastSeq,
        @Nullable Instant sessionExpiresAt,
        boolean contactBlocked) {

    /// Refuse unless a free-form message may be sent now.
    public void requireOpenFor(Instant now) {
        if (status == ChatStatus.CLOSED) {
            throw new InboxException(ErrorCode.CHAT_CLOSED, "The chat is closed; reopen it or start a new one.");
        }
        if (contactBlocked) {
            throw new InboxException(ErrorCode.CONTACT_BLOCKED, "The customer is blocked; unblock them first.");
        }
        if (SessionWindowView.stateAt(now, sessionExpiresAt) == SessionState.CLOSED) {
            throw new InboxException(
                    ErrorCode.SESSION_WINDOW_CLOSED,
                    "More than 24 hours since the customer wrote: only a template may be sent.");
        }
    }

    /// Refuse unless the chat has the assignee that the client believes it has.
    public void requireAssignee(@Nullable UUID expected) {
        if (!Objects.equals(place.assigneeId(), expected)) {
            throw new InboxException(
                    ErrorCode.ASSIGNEE_CHANGED, "The chat has another assignee by now.", "input", "expectedAssignee");
        }
    }
}
