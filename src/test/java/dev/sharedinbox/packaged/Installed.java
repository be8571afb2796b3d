package dev.sharedinbox.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.InstallationKeys;
import dev.sharedinbox.platform.StoredSecrets;
import io.smallrye.jwt.build.Jwt;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The production package with a database of its own and any number of nodes, each of which can be stopped and
/// started again.
final class Installed implements AutoCloseable {

    private static final String ISSUER = "https://issuer.example";

    private final Path directory;
    private final InstallationKeys keys;
    private final int databasePort = Node.freePort();
    private final List<Node> nodes = new ArrayList<>();
    private EmbeddedPostgres database;

    private Installed(Path directory) throws IOException {
        this.directory = directory;
        keys = InstallationKeys.in(directory);
        database = startedDatabase();
    }

    /// An installation with one node.
    static Installed in(Path directory) throws IOException {
        var installed = withoutNodes(directory);
        var _ = installed.addNode(Map.of());
        return installed;
    }

    static Installed withoutNodes(Path directory) throws IOException {
        return new Installed(directory);
    }

    /// Start one more node.
    ///
    /// @param settings what it is told beyond what all nodes share
    Node addNode(Map<String, String> settings) throws IOException {
        var all = new HashMap<>(settings());
        all.putAll(settings);
        var node = new Node(all, directory.resolve("node-" + nodes.size() + ".log"));
        nodes.add(node);
        return node;
    }

    Installed whenReady() {
        nodes.getFirst().whenReady();
        return this;
    }

    void kill() {
        nodes.getFirst().kill();
    }

    void start() throws IOException {
        nodes.getFirst().start();
    }

    void stopDatabase() throws IOException {
        database.close();
    }

    void startDatabase() throws IOException {
        database = startedDatabase();
    }

    URI uri(String path) {
        return nodes.getFirst().uri(path);
    }

    /// The status of a GET, or 0 when nobody answers.
    int status(String path) {
        return nodes.getFirst().status(path);
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

    /// Make a user of the workspace who may see and do everything; their token.
    String addUser(String subject) throws SQLException {
        try (var connection = connection();
                var statement = connection.prepareStatement("""
                        with r as (insert into role (workspace_id, id, name, permissions, chat_access)
                            select id, gen_random_uuid(), ?, array['CHAT_REPLY'], 'ALL' from workspace returning *)
                        insert into workspace_user (workspace_id, id, subject, name, role_id)
                        select workspace_id, gen_random_uuid(), name, name, id from r
                        """)) {
            statement.setString(1, subject);
            statement.executeUpdate();
        }
        return Jwt.subject(subject)
                .issuer(ISSUER)
                .expiresIn(Duration.ofHours(1))
                .sign(signingKey());
    }

    /// WhatsApp's ids of all messages, in the order of the change log.
    List<String> loggedMessages() throws SQLException {
        return column("""
                select m.provider_message_id from change c
                join message m on m.workspace_id = c.workspace_id and m.id = c.message_id
                where c.type = 'message.created' order by c.position
                """);
    }

    /// The positions of all changes after one, in order.
    List<Long> positionsAfter(long start) throws SQLException {
        return column("select position from change where position > " + start + " order by position").stream()
                .map(Long::valueOf)
                .toList();
    }

    List<String> column(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var column = new ArrayList<String>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    private PrivateKey signingKey() {
        var key = Base64.getDecoder().decode(keys.settings().getProperty("smallrye.jwt.sign.key"));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
        nodes.forEach(Node::kill);
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

    private Map<String, String> settings() {
        var settings = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url",
                jdbcUrl(),
                "quarkus.datasource.reactive.url",
                "postgresql://localhost:" + databasePort + "/postgres",
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres",
                "quarkus.oidc.token.issuer",
                ISSUER));
        keys.settings().forEach((name, value) -> settings.put(name.toString(), value.toString()));
        return settings;
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + databasePort + "/postgres";
    }
}
