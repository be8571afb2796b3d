package dev.sharedinbox.testing;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

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

    public static long count(String sql, Object... values) {
        return Long.parseLong(column(sql, values).getFirst());
    }

    /// The first column of the result as text.
    public static List<String> column(String sql, Object... values) {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class), "postgres", "postgres");
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var column = new ArrayList<String>();
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
                return column;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
