package dev.sharedinbox.realtime.changes;

import dev.sharedinbox.realtime.row.ListMove;
import org.eclipse.microprofile.graphql.Description;

/// What happened to a live chat list.
@Description("What happened to a live chat list.")
public enum ChatListChangeKind {
    @Description("A chat entered the list; replace its row if there is one.")
    ENTERED,
    @Description("A chat of the list changed; add its row if there is none.")
    UPDATED,
    @Description("A chat is not in the list or not for the viewer any more; ignore it if it has no row.")
    LEFT,
    @Description("Everything that happened before the subscription began was told.")
    CAUGHT_UP,
    @Description("Much happened elsewhere; here is a newer cursor.")
    PROGRESS,
    @Description("The end: load the list afresh and subscribe with its cursor.")
    RESYNC_REQUIRED;

    static ChatListChangeKind of(ListMove move) {
        return switch (move) {
            case ENTERED -> ENTERED;
            case UPDATED -> UPDATED;
            case LEFT -> LEFT;
        };
    }
}
