package dev.sharedinbox.whatsapp.webhook.admin;

import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import dev.sharedinbox.whatsapp.webhook.ledger.LedgerCounts;
import dev.sharedinbox.whatsapp.webhook.ledger.LedgerItems;
import dev.sharedinbox.whatsapp.webhook.ledger.RawItems;
import dev.sharedinbox.whatsapp.webhook.ledger.WebhookItemConnectionView;
import dev.sharedinbox.whatsapp.webhook.ledger.WebhookItemCountView;
import dev.sharedinbox.whatsapp.webhook.ledger.WebhookItemState;
import dev.sharedinbox.whatsapp.webhook.ledger.WebhookItemView;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/// The ledger of webhooks, for administrators: what was not turned into chats, and reading it again.
@GraphQLApi
public class LedgerApi {

    private final Viewers viewers;
    private final LedgerItems items;
    private final LedgerCounts counts;
    private final RawItems rawItems;
    private final Replays replays;
    private final Clock clock;

    LedgerApi(
            Viewers viewers, LedgerItems items, LedgerCounts counts, RawItems rawItems, Replays replays, Clock clock) {
        this.viewers = viewers;
        this.items = items;
        this.counts = counts;
        this.rawItems = rawItems;
        this.replays = replays;
        this.clock = clock;
    }

    @Query
    @Description("What of WhatsApp's webhooks was not turned into chats, newest first. For administrators.")
    public Uni<WebhookItemConnectionView> webhookItems(
            @Nullable @Description("Only those in this state; all when left out.") WebhookItemState state,
            @Nullable @Description("Only those of this webhook field; all when left out. Needs a state.") String field,
            @Nullable @Description("How many: 1 to 100, 50 when left out.") Integer first,
            @Nullable @Description("The cursor to go on after.") String after) {
        var request = PageRequest.of(first, after, null, null);
        if (field != null && state == null) {
            throw InboxException.invalid("Give the state with the field.", "state");
        }
        return administrator().chain(viewer -> items.page(viewer, state, field, request));
    }

    @Query
    @Description(
            "How much of WhatsApp's webhooks was not understood, by state and field: what WhatsApp adds is kept here"
                    + " until something reads it. Empty when all was understood. For administrators.")
    public Uni<List<@NonNull WebhookItemCountView>> webhookItemCounts() {
        return administrator().chain(viewer -> counts.of(viewer.workspaceId()));
    }

    @Nullable @Description(
            "The item as WhatsApp sent it; null when it has left the ledger meanwhile. What is no JSON object comes as"
                    + " the value of one.")
    public Uni<JsonObject> raw(@Source WebhookItemView item) {
        return administrator()
                .chain(viewer -> rawItems.of(viewer, UUID.fromString(item.id())))
                .map(found -> found.orElse(null));
    }

    @Mutation
    @Description("Read stored webhooks again, after what kept them from being understood has changed. What they brought"
            + " before is not stored twice. For administrators.")
    public Uni<ReplayPayload> replayWebhooks(@Description("Which ones.") ReplayWebhooksInput input) {
        var replay = administrator()
                .chain(viewer -> replays.run(viewer.workspaceId(), Selection.of(input, clock.instant())));
        return Refusals.recover(replay, ReplayPayload::of, ReplayPayload::refused);
    }

    private Uni<Viewer> administrator() {
        return viewers.current().invoke(viewer -> viewer.require(Permission.ADMINISTRATE));
    }
}
