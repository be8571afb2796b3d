package dev.sharedinbox.change;

import dev.sharedinbox.platform.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Appends to and reads from the dense sequence of a workspace.
@ApplicationScoped
public class ChangeLog {

    private static final String APPEND = """
            with head as (
                update change_head set position = position + $2
                where workspace_id = $1 returning position)
            insert into change (workspace_id, position, type, chat_id, message_id, user_id, detail)
            select $1, head.position - $2 + fact.ordinality, fact.type, fact.chat_id, fact.message_id, fact.user_id,
                fact.detail
            from head, unnest($3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::jsonb[])
                with ordinality as fact (type, chat_id, message_id, user_id, detail, ordinality)
            """;
    private static final String READ = """
            select position, type, chat_id, message_id, user_id, detail, recorded_at from change
            where workspace_id = $1 and position > $2 order by position limit $3
            """;
    private static final String HEAD = "select life, position, trimmed_to from change_head where workspace_id = $1";

    private final Pool pool;

    ChangeLog(Pool pool) {
        this.pool = pool;
    }

    /// Append facts as the last statement of the writer's transaction: from here until commit the workspace's other
    /// writers wait, which is what keeps positions in commit order. After the commit, call [WakeUps#changed].
    public Uni<Void> append(SqlClient transaction, UUID workspaceId, List<NewChange> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = Tuple.tuple()
                .addUUID(workspaceId)
                .addLong((long) facts.size())
                .addArrayOfString(facts.stream().map(fact -> fact.type().word()).toArray(String[]::new))
                .addArrayOfUUID(facts.stream().map(NewChange::chatId).toArray(UUID[]::new))
                .addArrayOfUUID(facts.stream().map(NewChange::messageId).toArray(UUID[]::new))
                .addArrayOfUUID(facts.stream().map(NewChange::userId).toArray(UUID[]::new))
                .addArrayOfJsonObject(facts.stream().map(NewChange::detail).toArray(JsonObject[]::new));
        return transaction
                .preparedQuery(APPEND)
                .execute(values)
                .invoke(inserted -> checkAppended(inserted.rowCount(), facts.size(), workspaceId))
                .replaceWithVoid();
    }

    /// Read up to `limit` facts after a position, in order and without gaps.
    public Uni<List<Change>> read(UUID workspaceId, long after, int limit) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(workspaceId, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ChangeLog::change)
                        .toList());
    }

    public Uni<LogHead> head(UUID workspaceId) {
        return pool.preparedQuery(HEAD).execute(Tuple.of(workspaceId)).map(rows -> head(rows.iterator(), workspaceId));
    }

    private static LogHead head(RowIterator<Row> rows, UUID workspaceId) {
        if (!rows.hasNext()) {
            throw new IllegalStateException("Workspace " + workspaceId + " has no change log");
        }
        var row = rows.next();
        return new LogHead(row.getUUID("life"), row.getLong("position"), row.getLong("trimmed_to"));
    }

    private static void checkAppended(int appended, int facts, UUID workspaceId) {
        if (appended != facts) {
            throw new IllegalStateException("Workspace " + workspaceId + " has no change log");
        }
    }

    private static Change change(Row row) {
        return new Change(
                row.getLong("position"),
                ChangeType.of(row.getString("type")),
                nullable(row, "chat_id"),
                nullable(row, "message_id"),
                nullable(row, "user_id"),
                row.getJsonObject("detail"),
                Times.of(row, "recorded_at"));
    }

    private static @Nullable UUID nullable(Row row, String column) {
        return row.getUUID(column);
    }
}
