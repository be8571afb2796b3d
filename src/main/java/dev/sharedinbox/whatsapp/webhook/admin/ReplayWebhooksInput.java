package dev.sharedinbox.whatsapp.webhook.admin;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReplayWebhooksInput")
@Description("Which stored webhooks to read again: either items, or a time.")
public record ReplayWebhooksInput(
        @Nullable @Id
        @Description("Items of the ledger, 1 to 1000: the bodies they stand in are read again. Items that are no longer"
                + " in the ledger are passed over.")
        List<@NonNull String> itemIds,

        @Nullable @Description("From when on: bodies that came then and have items in the ledger are read again.")
        Instant from,

        @Nullable @Description("Until when, not included; now when left out.")
        Instant to) {}
