package dev.sharedinbox.whatsapp.webhook.admin;

import dev.sharedinbox.platform.sql.Times;
import dev.sharedinbox.whatsapp.webhook.lane.IntakeConfig;
import dev.sharedinbox.whatsapp.webhook.lane.IntakeMetrics;
import dev.sharedinbox.whatsapp.webhook.ledger.LedgerCounts;
import dev.sharedinbox.whatsapp.webhook.ledger.WebhookItemState;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Removes bodies that are too old, in small transactions and one after the other, and watches how much
/// nobody has understood yet, and how old it has become.
@ApplicationScoped
public class LedgerRetention {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String WORKSPACES = "select id from workspace order by id";
    // Walks forward from a place, so that bodies which stay for their items are met once in a walk.
    private static final String TRIM = """
            with old as materialized (
                select id, received_at from webhook_delivery
                where workspace_id = $1 and received_at < $2 and (received_at, id) > ($4, $5)
                order by received_at, id limit $6),
            gone as (
                delete from webhook_delivery delivery using old
                where delivery.workspace_id = $1 and delivery.id = old.id and (old.received_at < $3 or not exists (
                    select from webhook_item item where item.workspace_id = $1 and item.delivery_id = old.id)))
            select id, received_at from old order by received_at desc, id desc limit 1
            """;
    private static final String OLDEST = """
            select state, min(oldest.received_at) as received_at
            from workspace cross join unnest(array['FAILED', 'KEPT']) as state cross join lateral (
                select delivery.received_at from webhook_item item join webhook_delivery delivery
                    on delivery.workspace_id = item.workspace_id and delivery.id = item.delivery_id
                where item.workspace_id = workspace.id and item.state = state
                order by item.id limit 1) oldest
            group by state
            """;

    private final Pool pool;
    private final Clock clock;
    private final IntakeConfig config;
    private final LedgerCounts counts;
    private final IntakeMetrics metrics;

    LedgerRetention(Pool pool, Clock clock, IntakeConfig config, LedgerCounts counts, IntakeMetrics metrics) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
        this.counts = counts;
        this.metrics = metrics;
    }

    /// Delete what is older than the settings allow, a batch at a time.
    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> trim() {
        return pool.query(WORKSPACES)
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(
                        row -> trim(row.getUUID("id"), Instant.EPOCH.atOffset(ZoneOffset.UTC), FIRST))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warn("Old webhooks could not be removed; trying again later", failure))
                .onFailure()
                .recoverWithNull();
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> watch() {
        return pool.query(OLDEST)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> WebhookItemState.valueOf(row.getString("state")), LedgerRetention::receivedAt)))
                .invoke(metrics::unread)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    /// Count what stands in the ledger, for its metrics.
    @Scheduled(every = "5m", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> count() {
        return counts.all()
                .invoke(metrics::standing)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> trim(UUID workspaceId, OffsetDateTime after, UUID afterId) {
        var values = Tuple.of(workspaceId, ago(config.retention()), ago(config.retentionUnread()))
                .addOffsetDateTime(after)
                .addUUID(afterId)
                .addInteger(config.retentionBatch());
        return pool.preparedQuery(TRIM).execute(values).chain(rows -> {
            var last = rows.iterator();
            return last.hasNext()
                    ? trimAfter(workspaceId, last.next())
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> trimAfter(UUID workspaceId, Row last) {
        return trim(workspaceId, last.get(OffsetDateTime.class, "received_at"), last.getUUID("id"));
    }

    private OffsetDateTime ago(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }

    private static Instant receivedAt(Row row) {
        return Times.of(row, "received_at");
    }
}
