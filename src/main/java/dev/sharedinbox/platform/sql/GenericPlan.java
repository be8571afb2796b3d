package dev.sharedinbox.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/// Runs a statement that is planned once per connection. Our connections plan every statement anew for its
/// values, which is right for lists; but a long statement that finds few rows by their keys takes longer to
/// plan than to run, and has the same plan for all values.
public final class GenericPlan {

    private static final String ON = "set plan_cache_mode = force_generic_plan";
    private static final String OFF = "reset plan_cache_mode";

    private GenericPlan() {}

    /// Run a prepared statement on a connection that nobody else uses meanwhile. It plans as ever afterwards, whatever
    /// the statement's end; not before, because any command between preparing and running would undo the preparing.
    public static Uni<RowSet<Row>> run(SqlConnection connection, String sql, Tuple values) {
        var on = connection.query(ON).execute();
        var rows = connection.preparedQuery(sql).execute(values);
        return Uni.combine()
                .all()
                .unis(on, rows)
                .collectFailures()
                .with((_, found) -> found)
                .eventually(() -> connection.query(OFF).execute());
    }
}
