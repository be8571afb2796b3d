package dev.sharedinbox.whatsapp.webhook.ledger;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("WebhookItem")
@Description("Something a webhook said that was not turned into chats.")
public record WebhookItemView(
        @Id @Description("Opaque id.") String id,

        @Description("Where in the webhook's body: the names and numbers that lead there from its root.")
        String path,

        @Description("WhatsApp's name of the webhook field it came under.")
        String field,

        @Description("Whether it is wrong or just not read yet.")
        WebhookItemState state,

        @Description("Why, when the body was last read.") String reason,
        @Description("When the body came.") Instant receivedAt) {}
