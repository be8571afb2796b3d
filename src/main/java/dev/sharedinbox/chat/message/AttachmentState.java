package dev.sharedinbox.chat.message;

import org.eclipse.microprofile.graphql.Description;

/// Whether an attachment's file is here.
@Description("Whether an attachment's file is here.")
public enum AttachmentState {
    @Description("It has not been fetched from WhatsApp yet.")
    PENDING,
    @Description("It can be downloaded.")
    READY,
    @Description("It could not be fetched.")
    FAILED
}
