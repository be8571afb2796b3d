package dev.sharedinbox.realtime.feed;

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
    @Description(
            "The viewer's role, teams, inboxes or time zone changed, so they may see or do other things than before: ask"
                    + " for viewer, too.")
    ACCESS_CHANGED,
    @Description(
            "A space was edited or deleted, is no longer shared with some, or was arranged anew: load spaces, too.")
    SPACE_CHANGED
}
