package dev.sharedinbox.realtime.changes;

import org.eclipse.microprofile.graphql.Description;

/// What a client learns of the counts of spaces.
@Description("What happened to the counts of spaces.")
public enum SpaceCountChangeKind {
    @Description("All counts, in place of any that the client has.")
    ALL,
    @Description("Counts that are other ones now.")
    CHANGED,
    @Description("Everything that had happened when the subscription began is told.")
    CAUGHT_UP,
    @Description("The end: subscribe again, and learn all counts anew.")
    RESYNC_REQUIRED
}
