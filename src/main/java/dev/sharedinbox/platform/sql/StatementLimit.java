package dev.sharedinbox.platform.sql;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.function.Supplier;

/// Gives the statements of a connection less time than they ordinarily have, each of them, so that no question of
/// a user holds up others.
public final class StatementLimit {

    private static final String QUERY_CANCELED = "57014";

    private StatementLimit() {}

    /// Do some work on a connection that nobody else uses meanwhile; it is as ever afterwards, whatever the work's
    /// end. The limit travels with the first statement: a connection answers in the order it was asked. It is
    /// lifted only after the answer, because any command between preparing and running would undo the preparing.
    ///
    /// @param work begins with a statement; fails as [#isExceeded] tells when one of its statements takes longer
    public static <T> Uni<T> within(Duration limit, SqlConnection connection, Supplier<Uni<T>> work) {
        var limited =
                connection.query("set statement_timeout = " + limit.toMillis()).execute();
        return Uni.combine()
                .all()
                .unis(limited, work.get())
                .collectFailures()
                .with((_, done) -> done)
                .onFailure(CompositeException.class)
                .transform(failures -> failures.getCause())
                .eventually(() -> connection.query("reset statement_timeout").execute());
    }

    /// Whether a statement failed because its time was over.
    public static boolean isExceeded(Throwable failure) {
        return failure instanceof PgException sql && QUERY_CANCELED.equals(sql.getSqlState());
    }
}
