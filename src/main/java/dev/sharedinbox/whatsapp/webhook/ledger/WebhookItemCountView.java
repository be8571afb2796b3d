package dev.sharedinbox.whatsapp.webhook.ledger;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("WebhookItemCount")
@Description("How many items of one webhook field stand in the ledger in one state.")
public record WebhookItemCountView(
        @Description("WhatsApp's name of the webhook field.")
        String field,

        @Description("The state.") WebhookItemState state,

        @Description("How many there are, or 10,000 when there are more.")
        int count,

        @Description("False when there are more than the count says.")
        boolean exact,

        @Description("When the body of the oldest one came.")
        Instant oldestReceivedAt) {}
