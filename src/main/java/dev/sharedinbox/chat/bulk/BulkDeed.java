package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.team.access.Permission;
import org.eclipse.microprofile.graphql.Description;

/// What can be done to many chats at once.
@Description("What can be done to many chats at once.")
public enum BulkDeed {
    @Description("Give them to userId, or to nobody, and to teamId if it is given.")
    ASSIGN(Permission.CHAT_ASSIGN),
    @Description("Give them to teamId, or to no team; each keeps its assignee.")
    ASSIGN_TEAM(Permission.CHAT_ASSIGN),
    @Description("Close them.")
    CLOSE(Permission.CHAT_CLOSE),
    @Description("Open them again.")
    REOPEN(Permission.CHAT_CLOSE),
    @Description("Put tagIds on them.")
    ADD_TAGS(Permission.CHAT_EDIT),
    @Description("Take tagIds off them.")
    REMOVE_TAGS(Permission.CHAT_EDIT),
    @Description("Say that the team has read them.")
    MARK_READ(Permission.CHAT_EDIT),
    @Description("Mark them unread, to come back to them.")
    MARK_UNREAD(Permission.CHAT_EDIT);

    private final Permission permission;

    BulkDeed(Permission permission) {
        this.permission = permission;
    }

    Permission permission() {
        return permission;
    }

    /// Whether an argument of this name means something to it.
    boolean takes(String argument) {
        return switch (this) {
            case ASSIGN -> argument.equals("userId") || argument.equals("teamId");
            case ASSIGN_TEAM -> argument.equals("teamId");
            case ADD_TAGS, REMOVE_TAGS -> argument.equals("tagIds");
            case CLOSE, REOPEN, MARK_READ, MARK_UNREAD -> false;
        };
    }
}
