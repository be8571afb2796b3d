package dev.sharedinbox.platform.sql;

import io.vertx.pgclient.PgException;

/// PostgreSQL ends statements that take longer than their connection allows, see [Pools].
public final class StatementLimit {

    private static final String QUERY_CANCELED = "57014";

    private StatementLimit() {}

    /// Whether a statement failed because its time was over.
    public static boolean isExceeded(Throwable failure) {
        return failure instanceof PgException sql && QUERY_CANCELED.equals(sql.getSqlState());
    }
}
