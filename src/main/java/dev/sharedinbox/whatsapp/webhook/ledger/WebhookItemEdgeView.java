package dev.sharedinbox.whatsapp.webhook.ledger;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("WebhookItemEdge")
@Description("An item in its place in the ledger.")
public record WebhookItemEdgeView(
        @Description("The item.") WebhookItemView node,

        @Description("Continues this list after this place.")
        String cursor) {}
