package dev.sharedinbox.chat.message;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("AttachmentFailure")
@Description("Why a file could not be fetched.")
public record AttachmentFailureView(
        @Description("GONE, DAMAGED, TOO_LARGE, NOT_TRUSTED, NOT_REACHED or NOT_STORED.")
        String code,

        @Description("What happened and what to do, for an agent to read.")
        String advice) {}
