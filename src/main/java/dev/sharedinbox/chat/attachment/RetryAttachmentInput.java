package dev.sharedinbox.chat.attachment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("RetryAttachmentInput")
@Description("A file to fetch again.")
public record RetryAttachmentInput(
        @Id @Description("The attachment. One that is here or on its way stays as it is.")
        String attachmentId) {}
