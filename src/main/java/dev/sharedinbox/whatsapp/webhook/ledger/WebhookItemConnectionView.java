package dev.sharedinbox.whatsapp.webhook.ledger;

import dev.sharedinbox.platform.page.PageInfoView;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("WebhookItemConnection")
@Description("A page of the ledger's items.")
public record WebhookItemConnectionView(
        @Description("The items of this page, newest first.")
        List<@NonNull WebhookItemEdgeView> edges,

        @Description("Where the page stands in the list.") PageInfoView pageInfo) {}
