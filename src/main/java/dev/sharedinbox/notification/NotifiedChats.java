package dev.sharedinbox.notification;

import dev.sharedinbox.team.access.ChatPlace;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;

/// The chats whose news a user wants to be notified of.
@Description("The chats whose news a user wants to be notified of.")
public enum NotifiedChats {
    @Description("None: no notification at all.")
    NONE,
    @Description("Those assigned to the user.")
    ASSIGNED,
    @Description("All that the user sees.")
    ALL;

    /// Whether a user who sees a chat that stands at `place` wants to hear of it.
    boolean cover(UUID userId, ChatPlace place) {
        return switch (this) {
            case NONE -> false;
            case ASSIGNED -> userId.equals(place.assigneeId());
            case ALL -> true;
        };
    }
}
