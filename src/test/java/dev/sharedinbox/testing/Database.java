package dev.sharedinbox.testing;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/// The test installation's database, for what no interface of the product can bring about or show.
@Singleton
public final class Database {

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /// Run one statement, commit it, and return its rows.
    public List<Row> run(String sql, Object... values) {
        var rows = pool.preparedQuery(sql).executeAndAwait(Tuple.from(values));
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
