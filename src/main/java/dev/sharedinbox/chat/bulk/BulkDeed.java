package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.team.Permission;
import org.eclipse.microprofile.graphql.Description;

/// What can be done to many chats at once.
@Description("What can be done to many chats at once.")
public enum BulkDeed {
    @Description("Give them to userId, or to nobody, and to teamId if it is given.")
    ASSIGN(Permission.CHAT_ASSIGN),
    @Description("Close them.")
    CLOSE(Permission.CHAT_CLOSE),
    @Description("Open them again.")
    REOPEN(Permission.CHAT_CLOSE),
    @Description("Put tagIds on them.")
    ADD_TAGS(Permission.CHAT_EDIT),
    @Description("Take tagIds off them.")
    REMOVE_TAGS(Permission.CHAT_EDIT),
    @Description("Say that the team has read them.")
    MARK_READ(Permission.CHAT_EDIT);

    private final Permission permission;

    BulkDeed(Permission permission) {
        this.permission = permission;
    }

    Permission permission() {
        return permission;
    }
}
