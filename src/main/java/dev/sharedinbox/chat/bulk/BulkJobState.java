package dev.sharedinbox.chat.bulk;

import org.eclipse.microprofile.graphql.Description;

/// How far a bulk job is.
@Description("How far a bulk job is.")
public enum BulkJobState {
    @Description("It waits or is being done.")
    RUNNING,
    @Description("Every chat was done or refused.")
    DONE,
    @Description("Somebody stopped it; what was done stays done.")
    CANCELLED
}
