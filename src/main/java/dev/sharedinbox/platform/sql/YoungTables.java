package dev.sharedinbox.platform.sql;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;

/// Lets PostgreSQL look at tables that were empty a moment ago. It does so by itself only after a minute; until then it
/// takes any index that begins with the workspace for as good as the key, and a statement that is planned once reads
/// whole tables. So the first minute of a busy installation, such as an import of old chats, would take seconds a
/// batch.
@ApplicationScoped
class YoungTables {

    /// Few rows are read as fast in any way.
    private static final int ROWS = 100;

    /// A table that was looked at has at least a row by what PostgreSQL knows of it.
    private static final String YOUNG = """
            select format('%I.%I', s.schemaname, s.relname) as name
            from pg_stat_user_tables s join pg_class c on c.oid = s.relid
            where s.schemaname = current_schema() and c.reltuples <= 0 and s.n_live_tup >= """ + " " + ROWS;

    private final Pool pool;

    YoungTables(Pool pool) {
        this.pool = pool;
    }

    /// Look at those that have filled since the last time. Several nodes may do so at once.
    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return pool.query(YOUNG)
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(this::analyze)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warn("New tables could not be analyzed; PostgreSQL will do so itself", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<RowSet<Row>> analyze(Row table) {
        return pool.query("analyze " + table.getString("name")).execute();
    }
}
