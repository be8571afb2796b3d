package dev.sharedinbox.channel.event;

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

/// Removes events that are too old, in small transactions and one after the other.
@ApplicationScoped
class AccountEventRetention {

    private static final String WORKSPACES = "select id from workspace order by id";
    private static final String TRIM = """
            delete from account_event where workspace_id = $1 and id = any(array(
                select id from account_event where workspace_id = $1 and occurred_at < $2
                order by occurred_at, id limit $3))
            """;

    private final Pool pool;
    private final Clock clock;
    private final AccountEventConfig config;

    AccountEventRetention(Pool pool, Clock clock, AccountEventConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> trim() {
        var keepFrom = clock.instant().minus(config.retention()).atOffset(ZoneOffset.UTC);
        return pool.query(WORKSPACES)
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> trim(row.getUUID("id"), keepFrom))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warn("Old account events could not be removed; trying again later", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> trim(UUID workspaceId, OffsetDateTime keepFrom) {
        return pool.preparedQuery(TRIM)
                .execute(Tuple.of(workspaceId, keepFrom, config.retentionBatch()))
                .chain(gone -> gone.rowCount() < config.retentionBatch()
                        ? Uni.createFrom().voidItem()
                        : trim(workspaceId, keepFrom));
    }
}
