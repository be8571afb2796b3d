package dev.sharedinbox.change;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/// Removes changes that are too old to resume from. The head learns of it in the same statement, so that a reader
/// either finds every change after its position or learns that it is too late.
@ApplicationScoped
class ChangeRetention {

    // The oldest change decides, as it does for the prefix that may go: what is behind it waits for it.
    private static final String OVERDUE = """
            select head.workspace_id from change_head head cross join lateral (
                select change.recorded_at from change
                where change.workspace_id = head.workspace_id and change.position > head.trimmed_to
                order by change.position limit 1) oldest
            where oldest.recorded_at < $1
            """;
    // Only a prefix may go: the log stays dense although its times are not quite in order.
    private static final String TRIM = """
            with oldest as (
                select change.position, change.recorded_at from change
                join change_head head on head.workspace_id = change.workspace_id
                where change.workspace_id = $1 and change.position > head.trimmed_to
                order by change.position limit $3),
            border as (
                select coalesce(min(position) filter (where recorded_at >= $2) - 1, max(position)) as position
                from oldest),
            gone as (
                delete from change using border
                where change.workspace_id = $1 and change.position <= border.position returning change.position)
            update change_head set trimmed_to = (select max(position) from gone)
            where workspace_id = $1 and exists (select from gone)
            returning (select count(*) from gone) as trimmed
            """;

    private final Pool pool;
    private final Clock clock;
    private final ChangeConfig.Retention config;

    ChangeRetention(Pool pool, Clock clock, ChangeConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config.retention();
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> trim() {
        var keepFrom = clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(OVERDUE)
                .execute(Tuple.of(keepFrom))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> trim(row.getUUID("workspace_id"), keepFrom))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warn("Old changes could not be removed; trying again later", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> trim(UUID workspaceId, OffsetDateTime keepFrom) {
        return pool.preparedQuery(TRIM)
                .execute(Tuple.of(workspaceId, keepFrom, config.batch()))
                .chain(rows -> {
                    var full =
                            rows.iterator().hasNext() && rows.iterator().next().getLong("trimmed") == config.batch();
                    return full ? trim(workspaceId, keepFrom) : Uni.createFrom().voidItem();
                });
    }
}
