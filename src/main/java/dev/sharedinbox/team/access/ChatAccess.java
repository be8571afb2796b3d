package dev.sharedinbox.team.access;

import org.eclipse.microprofile.graphql.Description;

/// Which chats of its inboxes a role may see.
@Description("Which chats of its inboxes a role may see.")
public enum ChatAccess {
    @Description("All chats.")
    ALL,
    @Description("Only chats assigned to the user.")
    MATCH_ASSIGNEE,
    @Description("Chats assigned to the user and chats assigned to nobody.")
    MATCH_ASSIGNEE_OR_UNASSIGNED,
    @Description("Chats assigned to the user or to one of the user's teams.")
    MATCH_TEAM
}
