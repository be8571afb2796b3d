package dev.sharedinbox.whatsapp.webhook.admin;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// Which stored bodies to read again; always ones that have something in the ledger.
sealed interface Selection {

    int MOST_ITEMS = 1_000;

    /// The bodies of some items.
    record Items(List<UUID> ids) implements Selection {}

    /// The bodies that came in a time.
    record Period(Instant from, Instant to) implements Selection {}

    /// Check what a client asked for.
    ///
    /// @throws InboxException `INVALID_INPUT` when it is neither items nor a time
    static Selection of(ReplayWebhooksInput input, Instant now) {
        var items = input.itemIds();
        var from = input.from();
        if ((items == null) == (from == null)) {
            throw InboxException.invalid("Give either itemIds or from.", "input");
        }
        return from == null
                ? items(items == null ? List.of() : items)
                : new Period(from, input.to() == null ? now : input.to());
    }

    private static Selection items(List<String> ids) {
        if (ids.isEmpty() || ids.size() > MOST_ITEMS) {
            throw InboxException.invalid("From 1 to " + MOST_ITEMS + " items are allowed.", "input", "itemIds");
        }
        return new Items(ids.stream()
                .distinct()
                .map(id -> Ids.parse(id).orElseThrow(() -> InboxException.notFound("item", "input", "itemIds")))
                .toList());
    }

    /// The condition of a body named `delivery`, with placeholders from the second on.
    default String condition() {
        return switch (this) {
            case Items _ ->
                "delivery.id in (select item.delivery_id from webhook_item item"
                        + " where item.workspace_id = $1 and item.id = any($2))";
            case Period _ ->
                "delivery.received_at >= $2 and delivery.received_at < $3 and exists (select from webhook_item item"
                        + " where item.workspace_id = $1 and item.delivery_id = delivery.id)";
        };
    }

    /// What the placeholders stand for.
    default Tuple values(UUID workspaceId) {
        return switch (this) {
            case Items(var ids) -> Tuple.of(workspaceId, ids.toArray(UUID[]::new));
            case Period(var from, var to) ->
                Tuple.of(workspaceId, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
        };
    }
}
