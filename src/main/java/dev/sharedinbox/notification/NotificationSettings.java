package dev.sharedinbox.notification;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Keeps what users want to be notified of. A change concerns that user alone, and is told to nobody else.
@ApplicationScoped
public class NotificationSettings {

    private static final String BY_USER =
            "select user_id, chats from notification_settings where workspace_id = $1 and user_id = any($2)";
    private static final String SET = """
            insert into notification_settings (workspace_id, user_id, chats) values ($1, $2, $3)
            on conflict (workspace_id, user_id) do update set chats = excluded.chats
            where notification_settings.chats <> excluded.chats
            """;

    private final Pool pool;
    private final ChangeLog log;
    private final WakeUps wakeUps;

    NotificationSettings(Pool pool, ChangeLog log, WakeUps wakeUps) {
        this.pool = pool;
        this.log = log;
        this.wakeUps = wakeUps;
    }

    /// What the viewer wants now.
    public Uni<NotificationSettingsView> of(Viewer viewer) {
        return byUser(viewer.workspaceId(), Set.of(viewer.userId()))
                .map(found -> found.getOrDefault(viewer.userId(), NotificationSettingsView.DEFAULT));
    }

    /// What users who have said so want now.
    public Uni<Map<UUID, NotificationSettingsView>> byUser(UUID workspaceId, Set<UUID> users) {
        return users.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : pool.preparedQuery(BY_USER)
                        .execute(Tuple.of(workspaceId, users.toArray(UUID[]::new)))
                        .map(rows -> rows.stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        row -> row.getUUID("user_id"),
                                        row -> new NotificationSettingsView(
                                                NotifiedChats.valueOf(row.getString("chats"))))));
    }

    /// Keep what the viewer wants from now on; saying what is so already is no change.
    Uni<NotificationSettingsView> set(Viewer viewer, NotificationSettingsView wanted) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(SET)
                        .execute(Tuple.of(
                                viewer.workspaceId(),
                                viewer.userId(),
                                wanted.chats().name()))
                        .chain(set -> set.rowCount() == 0 ? Uni.createFrom().voidItem() : tell(transaction, viewer)))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()))
                .replaceWith(wanted);
    }

    private Uni<Void> tell(SqlClient transaction, Viewer viewer) {
        return log.append(
                transaction,
                viewer.workspaceId(),
                List.of(NewChange.user(ChangeType.NOTIFICATION_SETTINGS_UPDATED, viewer.userId())));
    }
}
