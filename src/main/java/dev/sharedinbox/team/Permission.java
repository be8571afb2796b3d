package dev.sharedinbox.team;

import org.eclipse.microprofile.graphql.Description;

/// What a role may do to the chats it can see. Seeing is not doing: see [AccessScope].
@Description("What a role may do to the chats it can see.")
public enum Permission {
    @Description("Send messages and retry failed ones.")
    CHAT_REPLY,
    @Description("Assign chats to users and teams.")
    CHAT_ASSIGN,
    @Description("Close and reopen chats.")
    CHAT_CLOSE,
    @Description("Put tags and attributes on chats, mark them read or unread.")
    CHAT_EDIT,
    @Description("Read the webhook ledger, manage numbers, roles and everything else of the workspace.")
    ADMINISTRATE
}
