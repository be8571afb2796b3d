package dev.sharedinbox.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A PostgreSQL server inside the installation, as durable as a real one: `fsync` and `synchronous_commit` are on.
///
/// @param port the TCP port on localhost it listens on
public record EmbeddedDatabase(int port) {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /// Start the server that keeps its data in `directory`, or attach to the one that already runs there (after a live
    /// reload, or after a killed process left its server behind). Either way the server stops with this JVM.
    public static EmbeddedDatabase startOrAttach(Path directory) {
        return running(directory).orElseGet(() -> start(directory));
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + address();
    }

    public String reactiveUrl() {
        return "postgresql://" + address();
    }

    /// The settings that lead Quarkus to it, name to value.
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                jdbcUrl(),
                "quarkus.datasource.reactive.url",
                reactiveUrl(),
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres");
    }

    /// Tell Quarkus, which is about to start in this JVM, where the database is.
    void publish() {
        settings().forEach(System::setProperty);
    }

    private String address() {
        return "localhost:" + port + "/postgres";
    }

    private static EmbeddedDatabase start(Path directory) {
        try {
            Files.createDirectories(directory);
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(START_LIMIT)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("max_wal_size", "1GB")
                    .start();
            return new EmbeddedDatabase(server.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start in " + directory, e);
        }
    }

    /// The server's own pid file names its process and its port: line 1 and line 4.
    private static Optional<EmbeddedDatabase> running(Path directory) {
        var pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(pidFile);
            var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
            var database = new EmbeddedDatabase(Integer.parseInt(lines.get(3).strip()));
            if (process.isEmpty() || !database.answers()) {
                return Optional.empty();
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> process.get().destroy()));
            return Optional.of(database);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(jdbcUrl(), "postgres", "postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
