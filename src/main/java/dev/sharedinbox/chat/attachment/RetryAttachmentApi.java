package dev.sharedinbox.chat.attachment;

import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/// Fetching files again, over GraphQL.
@GraphQLApi
public class RetryAttachmentApi {

    private final Viewers viewers;
    private final AttachmentRetries retries;

    RetryAttachmentApi(Viewers viewers, AttachmentRetries retries) {
        this.viewers = viewers;
        this.retries = retries;
    }

    @Mutation
    @Description(
            "Fetch a file from WhatsApp again that could not be fetched. The message follows as a change once the file"
                    + " is here, or could not be fetched again.")
    public Uni<RetryAttachmentPayload> retryAttachment(@Description("Which one.") RetryAttachmentInput input) {
        var retried = viewers.current().chain(viewer -> retries.retry(viewer, input.attachmentId()));
        return Refusals.recover(retried, RetryAttachmentPayload::of, RetryAttachmentPayload::refused);
    }
}
