package dev.sharedinbox.whatsapp.webhook.admin;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("Replay")
@Description("What reading stored webhooks again came to.")
public record ReplayView(
        @Description("How many bodies were read again, 1000 at most.")
        int replayed,

        @Description("How many of their items are still not understood and stay in the ledger.")
        int stillFailing,

        @Nullable @Description(
                "Where to go on, as the next call's from, when there were more bodies than one call reads; else null.")
        Instant nextFrom) {}
