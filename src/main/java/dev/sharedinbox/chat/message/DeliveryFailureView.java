package dev.sharedinbox.chat.message;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("DeliveryFailure")
@Description("Why a message was not delivered, in words an agent can act on.")
public record DeliveryFailureView(
        @Description("WhatsApp's error code as text, or one of our own words such as OUTCOME_UNKNOWN.")
        String code,

        @Description("What happened, in a few words.") String title,

        @Nullable @Description("What WhatsApp said beyond that.")
        String detail,

        @Description("What the agent can do.") String advice,

        @Description("Whether sending the same message again can succeed.")
        boolean retryable) {}
