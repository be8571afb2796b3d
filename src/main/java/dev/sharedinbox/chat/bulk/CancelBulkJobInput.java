package dev.sharedinbox.chat.bulk;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("CancelBulkJobInput")
@Description("A bulk job to stop.")
public record CancelBulkJobInput(
        @Id @Description("The job, one of the viewer's.") String jobId) {}
