package dev.sharedinbox.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.sharedinbox.platform.Secrets;
import dev.sharedinbox.team.access.ChatAccess;
import dev.sharedinbox.team.access.Permission;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The rows of one seeded workspace, collected and then written in one transaction. Rows that are there already stay as
/// users left them; only a plugin's credentials follow the settings.
final class Seeds {

    private final List<Insert> inserts = new ArrayList<>();
    private final UUID workspace;

    Seeds(UUID workspace, String name) {
        this.workspace = workspace;
        add("insert into workspace (id, name) values ($1, $2)", name);
        add("insert into change_head (workspace_id) values ($1)");
    }

    Seeds role(UUID id, String name, ChatAccess access, Set<Permission> permissions) {
        var words = permissions.stream().map(Permission::name).sorted().toArray(String[]::new);
        return add(
                "insert into role (workspace_id, id, name, chat_access, permissions) values ($1, $2, $3, $4, $5)",
                id,
                name,
                access.name(),
                words);
    }

    Seeds user(UUID id, String subject, String name, UUID role) {
        return add(
                "insert into workspace_user (workspace_id, id, subject, name, email, role_id)"
                        + " values ($1, $2, $3, $4, $5, $6)",
                id,
                subject,
                name,
                subject + "@shared-inbox.example",
                role);
    }

    Seeds team(UUID id, String name, UUID... members) {
        add("insert into team (workspace_id, id, name) values ($1, $2, $3)", id, name);
        for (var member : members) {
            add("insert into team_user (workspace_id, team_id, user_id) values ($1, $2, $3)", id, member);
        }
        return this;
    }

    Seeds plugin(UUID id, String path, String wabaId, Secrets secrets, String appSecret) {
        var encrypted = new Buffer[] {Buffer.buffer(secrets.encrypt(appSecret))};
        var verifyToken = Buffer.buffer(secrets.encrypt(path + "-verify-token"));
        var accessToken = Buffer.buffer(secrets.encrypt(path + "-access-token"));
        inserts.add(new Insert(
                """
                insert into plugin (workspace_id, id, name, waba_id, app_secrets, verify_token, access_token)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (workspace_id, id) do update set app_secrets = excluded.app_secrets,
                    verify_token = excluded.verify_token, access_token = excluded.access_token
                """, Tuple.from(List.of(workspace, id, "WhatsApp", wabaId, encrypted, verifyToken, accessToken))));
        return add("insert into plugin_path (workspace_id, plugin_id, path) values ($1, $2, $3)", id, path);
    }

    Seeds inbox(UUID id, String name) {
        return add("insert into inbox (workspace_id, id, name) values ($1, $2, $3)", id, name);
    }

    Seeds number(UUID id, UUID plugin, UUID inbox, String providerNumberId, String displayPhone, String name) {
        return add(
                "insert into business_number"
                        + " (workspace_id, id, plugin_id, inbox_id, provider_number_id, display_phone, name)"
                        + " values ($1, $2, $3, $4, $5, $6, $7)",
                id,
                plugin,
                inbox,
                providerNumberId,
                displayPhone,
                name);
    }

    Seeds tag(UUID id, String name, String colour) {
        return add("insert into tag (workspace_id, id, name, colour) values ($1, $2, $3, $4)", id, name, colour);
    }

    Uni<Void> write(Pool pool) {
        return pool.withTransaction(transaction -> Multi.createFrom()
                .iterable(inserts)
                .onItem()
                .transformToUniAndConcatenate(
                        insert -> transaction.preparedQuery(insert.sql()).execute(insert.values()))
                .collect()
                .last()
                .replaceWithVoid());
    }

    @CanIgnoreReturnValue
    private Seeds add(String insert, Object... values) {
        var tuple = Tuple.of(workspace);
        for (var value : values) {
            tuple.addValue(value);
        }
        inserts.add(new Insert(insert + " on conflict do nothing", tuple));
        return this;
    }

    private record Insert(String sql, Tuple values) {}
}
