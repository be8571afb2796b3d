package dev.sharedinbox.channel;

import dev.sharedinbox.platform.BriefCache;
import dev.sharedinbox.platform.Secrets;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.sql.Pools;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Finds the plugin behind a webhook and the credentials behind a business number. Both are on hot paths, so answers
/// may be a few seconds old; on the node where an administrator changes a plugin they are fresh at once.
@ApplicationScoped
public class Plugins {

    private static final Duration LIFETIME = Duration.ofSeconds(3);
    private static final int MAX_PATHS = 2_000;
    private static final int MAX_NUMBERS = 10_000;
    private static final int LONGEST_PATH = 64;
    private static final String PLUGIN = """
            select plugin.workspace_id, plugin.id, plugin.app_secrets, plugin.verify_token, plugin.waba_id,
                number.id as number_id, number.provider_number_id, number.inbox_id,
                number.display_phone, inbox.after_close
            from plugin
                left join business_number number
                    on number.workspace_id = plugin.workspace_id and number.plugin_id = plugin.id
                left join inbox on inbox.workspace_id = number.workspace_id and inbox.id = number.inbox_id
            """;
    private static final String BY_PATH = PLUGIN + """
            where plugin.active and (plugin.workspace_id, plugin.id) = (
                select path.workspace_id, path.plugin_id from plugin_path path where path.path = $1)
            """;
    private static final String BY_ID = PLUGIN + "where plugin.workspace_id = $1 and plugin.id = $2";
    private static final String ACCESS = """
            select number.provider_number_id, plugin.access_token, plugin.waba_id
            from business_number number
                join plugin on plugin.workspace_id = number.workspace_id and plugin.id = number.plugin_id
            where number.workspace_id = $1 and number.id = $2 and plugin.active
            """;

    private final Pool pool;
    private final Pool intakePool;
    private final Secrets secrets;
    private final BriefCache<String, Optional<WebhookPlugin>> byPath =
            new BriefCache<>(LIFETIME, MAX_PATHS, this::readByPath);
    private final BriefCache<NumberKey, Optional<GraphAccess>> access =
            new BriefCache<>(LIFETIME, MAX_NUMBERS, this::readAccess);

    Plugins(Pool pool, @ReactiveDataSource(Pools.INTAKE) Pool intakePool, Secrets secrets) {
        this.pool = pool;
        this.intakePool = intakePool;
        this.secrets = secrets;
    }

    /// The active plugin whose webhooks arrive at this path.
    public Uni<Optional<WebhookPlugin>> byPath(String path) {
        return path.length() > LONGEST_PATH ? Uni.createFrom().item(Optional.empty()) : byPath.get(path);
    }

    /// A plugin by its id, switched off or not, read anew: whoever asks for it has just changed something.
    public Uni<WebhookPlugin> byId(UUID workspaceId, UUID pluginId) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(workspaceId, pluginId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw InboxException.notFound("plugin");
                    }
                    return plugin(rows);
                });
    }

    /// What calling the provider for a business number takes.
    ///
    /// @return fails with `NOT_FOUND` when the workspace has no such number, or its plugin was switched off
    public Uni<GraphAccess> graphAccess(UUID workspaceId, UUID businessNumberId) {
        return access.get(new NumberKey(workspaceId, businessNumberId))
                .map(found -> found.orElseThrow(() -> InboxException.notFound("business number")));
    }

    /// Read anew from now on, because a plugin or a number has changed.
    public void changed() {
        byPath.clear();
        access.clear();
    }

    private Uni<Optional<WebhookPlugin>> readByPath(String path) {
        return intakePool
                .preparedQuery(BY_PATH)
                .execute(Tuple.of(path))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(plugin(rows)));
    }

    private Uni<Optional<GraphAccess>> readAccess(NumberKey key) {
        return pool.preparedQuery(ACCESS)
                .execute(Tuple.of(key.workspaceId(), key.businessNumberId()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::access)
                        .findFirst());
    }

    /// One row for each number of the plugin; a plugin without numbers has one row all the same.
    private WebhookPlugin plugin(List<Row> rows) {
        var first = rows.getFirst();
        var appSecrets = Arrays.stream(first.get(Buffer[].class, "app_secrets"))
                .map(secret -> decrypt(secret).getBytes(StandardCharsets.UTF_8))
                .toList();
        var numbers = rows.stream()
                .filter(row -> row.getValue("number_id") != null)
                .collect(Collectors.toUnmodifiableMap(row -> row.getString("provider_number_id"), Plugins::number));
        return new WebhookPlugin(
                first.getUUID("workspace_id"),
                first.getUUID("id"),
                appSecrets,
                decrypt(first.get(Buffer.class, "verify_token")),
                first.getString("waba_id"),
                numbers);
    }

    private GraphAccess access(Row row) {
        return new GraphAccess(
                row.getString("provider_number_id"),
                decrypt(row.get(Buffer.class, "access_token")),
                row.getString("waba_id"));
    }

    private static BusinessNumberRef number(Row row) {
        return new BusinessNumberRef(
                row.getUUID("number_id"),
                row.getUUID("inbox_id"),
                AfterClose.valueOf(row.getString("after_close")),
                row.getString("display_phone"));
    }

    private String decrypt(Buffer encrypted) {
        return secrets.decrypt(encrypted.getBytes());
    }

    private record NumberKey(UUID workspaceId, UUID businessNumberId) {}
}
