package dev.sharedinbox.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.InstallationKeys;
import dev.sharedinbox.platform.StoredSecrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;

/// The production package with a database of its own, each of which can be stopped and started again.
final class Installed implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Path directory;
    private final InstallationKeys keys;
    private final int databasePort = freePort();
    private final int port = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedPostgres database;
    private Process product;

    private Installed(Path directory) throws IOException {
        this.directory = directory;
        keys = InstallationKeys.in(directory);
        database = startedDatabase();
        product = startedProduct();
    }

    static Installed in(Path directory) throws IOException {
        return new Installed(directory);
    }

    /// Wait until the product is ready to serve.
    Installed whenReady() {
        Awaitility.await()
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    assertThat(product.isAlive()).as("the product runs").isTrue();
                    return status("/q/health/ready") == 200;
                });
        return this;
    }

    void kill() throws InterruptedException {
        product.destroyForcibly().waitFor();
    }

    void start() throws IOException {
        product = startedProduct();
    }

    void stopDatabase() throws IOException {
        database.close();
    }

    void startDatabase() throws IOException {
        database = startedDatabase();
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /// The status of a GET, or 0 when nobody answers.
    int status(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(uri(path))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /// Make a workspace whose plugin takes webhooks for some numbers at `/webhooks/whatsapp/{path}`.
    void addPlugin(String path, List<String> numbers, String appSecret) throws SQLException {
        var key = keys.settings().getProperty("inbox.secrets.key");
        try (var connection = connection();
                var statement = connection.prepareStatement("""
                        with w as (insert into workspace (id, name) values (gen_random_uuid(), 'Crash test') returning id),
                        h as (insert into change_head (workspace_id) select id from w),
                        p as (insert into plugin (workspace_id, id, name, waba_id, app_secrets, verify_token, access_token)
                            select id, gen_random_uuid(), 'Plugin', '1', array[?::bytea], ?, ? from w
                            returning workspace_id, id),
                        x as (insert into plugin_path (path, workspace_id, plugin_id) select ?, workspace_id, id from p),
                        i as (insert into inbox (workspace_id, id, name) select id, gen_random_uuid(), 'Inbox' from w
                            returning id)
                        insert into business_number (workspace_id, id, plugin_id, inbox_id, provider_number_id, display_phone)
                        select p.workspace_id, gen_random_uuid(), p.id, i.id, number, '+1'
                        from p, i, unnest(?::text[]) as number
                        """)) {
            statement.setBytes(1, StoredSecrets.encrypt(key, appSecret));
            statement.setBytes(2, StoredSecrets.encrypt(key, "verify"));
            statement.setBytes(3, StoredSecrets.encrypt(key, "access"));
            statement.setString(4, path);
            statement.setArray(5, connection.createArrayOf("text", numbers.toArray()));
            statement.executeUpdate();
        }
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "postgres", "postgres");
    }

    Set<String> storedMessages() throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select provider_message_id from message")) {
            var ids = new HashSet<String>();
            while (rows.next()) {
                assertThat(ids.add(rows.getString(1))).isTrue();
            }
            return ids;
        }
    }

    @Override
    public void close() throws IOException {
        product.destroyForcibly();
        database.close();
    }

    private EmbeddedPostgres startedDatabase() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("db"))
                .setCleanDataDirectory(false)
                .setPort(databasePort)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private Process startedProduct() throws IOException {
        Files.createDirectories(directory);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-Xmx512m",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.datasource.jdbc.url=" + jdbcUrl(),
                "-Dquarkus.datasource.reactive.url=postgresql://localhost:" + databasePort + "/postgres",
                "-Dquarkus.datasource.username=postgres",
                "-Dquarkus.datasource.password=postgres",
                "-Dquarkus.oidc.token.issuer=https://issuer.example"));
        keys.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("product.log").toFile()))
                .start();
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + databasePort + "/postgres";
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
