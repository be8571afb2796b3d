package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.team.Permission;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;

/// What can be done to many chats at once.
@Description("What can be done to many chats at once.")
public enum BulkDeed {
    @Description("Give them to userId, or to nobody, and to teamId if it is given.")
    ASSIGN(Permission.CHAT_ASSIGN, "userId", "teamId"),
    @Description("Give them to teamId, or to no team; each keeps its assignee.")
    ASSIGN_TEAM(Permission.CHAT_ASSIGN, "teamId"),
    @Description("Close them.")
    CLOSE(Permission.CHAT_CLOSE),
    @Description("Open them again.")
    REOPEN(Permission.CHAT_CLOSE),
    @Description("Put tagIds on them.")
    ADD_TAGS(Permission.CHAT_EDIT, "tagIds"),
    @Description("Take tagIds off them.")
    REMOVE_TAGS(Permission.CHAT_EDIT, "tagIds"),
    @Description("Say that the team has read them.")
    MARK_READ(Permission.CHAT_EDIT),
    @Description("Mark them unread, to come back to them.")
    MARK_UNREAD(Permission.CHAT_EDIT);

    private final Permission permission;
    private final Set<String> arguments;

    BulkDeed(Permission permission, String... arguments) {
        this.permission = permission;
        this.arguments = Set.of(arguments);
    }

    Permission permission() {
        return permission;
    }

    /// Whether an argument of this name means something to it.
    boolean takes(String argument) {
        return arguments.contains(argument);
    }
}
