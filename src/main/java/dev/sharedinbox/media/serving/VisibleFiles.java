package dev.sharedinbox.media.serving;

import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Finds files for those who may see their chat, as it stands at this moment.
@ApplicationScoped
class VisibleFiles {

    private final Pool pool;

    VisibleFiles(Pool pool) {
        this.pool = pool;
    }

    /// The file as the viewer may have it.
    ///
    /// @return fails with `NOT_FOUND` when there is no such file, it is not here yet, the viewer may not see it, or
    ///     whoever sent it took it back
    Uni<VisibleFile> find(Viewer viewer, UUID id) {
        var sql = new Sql();
        var statement = """
                select a.workspace_id, a.id, a.kind, a.detected_type, a.file_name, a.size,
                    coalesce(a.thumbnail_size, 0) as thumbnail_size
                from attachment a
                    join message m on m.workspace_id = a.workspace_id and m.id = a.message_id
                    join chat c on c.workspace_id = m.workspace_id and c.id = m.chat_id
                where a.workspace_id = %s and a.id = %s and a.state = 'READY' and m.revoked_at is null
                    and %s
                """.formatted(
                sql.bind(viewer.workspaceId()), sql.bind(id), viewer.scope().condition(sql, "c"));
        return pool.preparedQuery(statement).execute(sql.values()).map(rows -> {
            if (rows.size() == 0) {
                throw InboxException.notFound("file");
            }
            return file(rows.iterator().next());
        });
    }

    private static VisibleFile file(Row row) {
        return new VisibleFile(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("detected_type"),
                row.getString("file_name"),
                row.getLong("size"),
                row.getLong("thumbnail_size"));
    }
}
