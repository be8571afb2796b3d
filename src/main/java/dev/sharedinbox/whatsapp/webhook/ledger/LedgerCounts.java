package dev.sharedinbox.whatsapp.webhook.ledger;

import dev.sharedinbox.platform.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Counts what stands in the ledger, by state and field. It leaps from field to field by the index and stops counting
/// each somewhere, so that a ledger that nobody has emptied for months costs no more than a young one.
@ApplicationScoped
public class LedgerCounts {

    private static final int MOST = 10_000;
    private static final int MOST_FIELDS = 200;
    private static final int MOST_LINES = 10_000;
    private static final String KINDS = """
            with recursive kind as (
                select workspace.id as workspace_id, first.state, first.field from workspace cross join lateral (
                    select state, field from webhook_item where workspace_id = workspace.id
                    order by state, field limit 1) first
                where $1::uuid is null or workspace.id = $1
                union all
                select kind.workspace_id, next.state, next.field from kind cross join lateral (
                    select state, field from webhook_item
                    where workspace_id = kind.workspace_id and (state, field) > (kind.state, kind.field)
                    order by state, field limit 1) next)
            """;
    private static final String COUNTED = """
            (select count(*) from (select from webhook_item item
                where item.workspace_id = kind.workspace_id and item.state = kind.state and item.field = kind.field
                limit $3) bounded) as count
            """;
    private static final String OF = KINDS + "select kind.state, kind.field, oldest.received_at, " + COUNTED + """
            from (select * from kind limit $2) kind cross join lateral (
                select delivery.received_at from webhook_item item join webhook_delivery delivery
                    on delivery.workspace_id = item.workspace_id and delivery.id = item.delivery_id
                where item.workspace_id = kind.workspace_id and item.state = kind.state and item.field = kind.field
                order by item.id limit 1) oldest
            order by kind.field, kind.state
            """;
    private static final String ALL = KINDS + "select kind.state, kind.field, " + COUNTED + "from kind limit $2";

    private final Pool pool;

    LedgerCounts(Pool pool) {
        this.pool = pool;
    }

    /// What stands in the ledger of a workspace; at most so many fields as nobody will read.
    public Uni<List<WebhookItemCountView>> of(UUID workspaceId) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(workspaceId, MOST_FIELDS, MOST + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LedgerCounts::view)
                        .toList());
    }

    /// What stands in the ledgers of all workspaces; each adds lines of its own.
    public Uni<List<Counted>> all() {
        return pool.preparedQuery(ALL)
                .execute(Tuple.tuple().addUUID(null).addInteger(MOST_LINES).addInteger(MOST + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Counted(state(row), row.getString("field"), row.getLong("count")))
                        .toList());
    }

    private static WebhookItemCountView view(Row row) {
        var count = row.getLong("count");
        return new WebhookItemCountView(
                row.getString("field"),
                state(row),
                (int) Math.min(count, MOST),
                count <= MOST,
                Times.of(row, "received_at"));
    }

    private static WebhookItemState state(Row row) {
        return WebhookItemState.valueOf(row.getString("state"));
    }

    /// How many items of a field stand in a ledger.
    public record Counted(WebhookItemState state, String field, long count) {}
}
