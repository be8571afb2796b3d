package dev.sharedinbox.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/// Rows held by somebody else's transaction, so that whoever needs them waits for as long as a test likes. The product
/// gives up a statement after 10 s.
public final class RowLock implements AutoCloseable {

    private final Connection connection;
    private final int holder;

    private RowLock(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            holder = rows.getInt(1);
        }
    }

    /// Lock the chat of a customer.
    public static RowLock onChatOf(String phone) {
        return on("""
                select from chat join contact on contact.workspace_id = chat.workspace_id and contact.id = chat.contact_id
                where contact.phone = '+' || ? for update of chat
                """, phone);
    }

    /// Run a statement that locks, a query among them only if it finds something, and leave its transaction open.
    public static RowLock on(String sql, Object... values) {
        try {
            var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
            var connection = DriverManager.getConnection(url, "postgres", "postgres");
            connection.setAutoCommit(false);
            var lock = new RowLock(connection);
            try (var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                if (statement.execute() && !statement.getResultSet().next()) {
                    throw new IllegalStateException("There is nothing to lock");
                }
            }
            return lock;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Wait until somebody waits for the rows.
    public RowLock isWaitedFor() {
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> waiters() > 0);
        return this;
    }

    public long waiters() {
        return Database.count("select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))", holder);
    }

    /// Let go of the rows. Fine to repeat.
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
