package dev.sharedinbox.whatsapp.webhook.ledger;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.Seal;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.Page;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.platform.sql.Times;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Lists what of webhooks was not turned into chats, newest first. Ids grow with time, so they are the order.
@ApplicationScoped
public class LedgerItems {

    private final Pool pool;
    private final Seal seal;

    LedgerItems(Pool pool, Seal seal) {
        this.pool = pool;
        this.seal = seal;
    }

    /// A page of the items that were not read, newest first, of one state or field when it is given.
    public Uni<WebhookItemConnectionView> page(
            Viewer viewer, @Nullable WebhookItemState state, @Nullable String field, PageRequest request) {
        var context = "webhookItems:%s:%s:%s:%s".formatted(viewer.workspaceId(), viewer.userId(), state, field);
        var sql = new Sql();
        var text = "select item.id, item.path, item.field, item.state, item.reason, delivery.received_at"
                + " from webhook_item item join webhook_delivery delivery"
                + " on delivery.workspace_id = item.workspace_id and delivery.id = item.delivery_id"
                + " where item.workspace_id = " + sql.bind(viewer.workspaceId())
                + (state == null ? "" : " and item.state = " + sql.bind(state.name()))
                + (field == null ? "" : " and item.field = " + sql.bind(field))
                + request.cursor()
                        .map(cursor -> " and item.id < " + sql.bind(place(context, cursor)))
                        .orElse("")
                + " order by item.id desc limit " + sql.bind(request.size() + 1);
        return pool.preparedQuery(text).execute(sql.values()).map(rows -> {
            var read = StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> edge(row, context))
                    .toList();
            var page = Page.of(read, request);
            return new WebhookItemConnectionView(page.entries(), page.info(WebhookItemEdgeView::cursor));
        });
    }

    private WebhookItemEdgeView edge(Row row, String context) {
        var id = row.getUUID("id").toString();
        var item = new WebhookItemView(
                id,
                row.getString("path"),
                row.getString("field"),
                WebhookItemState.valueOf(row.getString("state")),
                row.getString("reason"),
                Times.of(row, "received_at"));
        return new WebhookItemEdgeView(item, seal.seal(context, id));
    }

    private UUID place(String context, String cursor) {
        return seal.open(context, cursor)
                .flatMap(Ids::parse)
                .orElseThrow(() -> new InboxException(
                        ErrorCode.INVALID_CURSOR, "This cursor is not of this list, state and user.", "after"));
    }
}
