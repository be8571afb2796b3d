package dev.sharedinbox.notification;

import dev.sharedinbox.team.access.ChatPlace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a change may notify people of: found once, however many listen.
///
/// @param addressee the only one it concerns; null when it concerns all who want to hear of the chat
/// @param view what they are shown
public record Notice(@Nullable UUID addressee, NotificationView view) {

    /// Whether a user who sees the chat is to be notified. It is asked for each listener of each change, so it compares
    /// and nothing else.
    ///
    /// @param wanted the chats they want to hear of
    /// @param place where the chat stands now
    public boolean isFor(UUID userId, NotifiedChats wanted, ChatPlace place) {
        return switch (view.kind()) {
            case MESSAGE, MISSED_CALL, SESSION_CLOSING -> wanted.cover(userId, place);
            case CHAT_ASSIGNED -> isTo(userId, wanted) && userId.equals(place.assigneeId());
            case MESSAGE_FAILED -> isTo(userId, wanted);
        };
    }

    private boolean isTo(UUID userId, NotifiedChats wanted) {
        return wanted != NotifiedChats.NONE && userId.equals(addressee);
    }
}
