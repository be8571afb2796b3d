package dev.sharedinbox.realtime;

import org.eclipse.microprofile.graphql.Description;

/// Why a client must load afresh.
@Description("Why a client must load afresh.")
public enum ResyncReason {
    @Description("The cursor is older than what the change log keeps.")
    EXPIRED,
    @Description("So much happened since that loading afresh is faster.")
    TOO_MANY,
    @Description("The cursor is damaged, of another user or workspace, or of another life of the database.")
    INVALID,
    @Description("The viewer's role, teams or inboxes changed, so they may see other chats than before.")
    ACCESS_CHANGED,
    @Description("The list's space was edited or deleted, or is no longer shared with some: load the space, too.")
    SPACE_CHANGED
}
