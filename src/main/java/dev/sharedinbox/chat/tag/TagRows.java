package dev.sharedinbox.chat.tag;

import dev.sharedinbox.platform.failure.InboxException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Writes tags, within the transaction of its caller.
@ApplicationScoped
class TagRows {

    /// Whoever else makes a tag waits here, so that the limit holds.
    private static final String LOCK = "select from workspace where id = $1 for no key update";

    private static final String COUNT = "select count(*) from tag where workspace_id = $1 and deleted_at is null";
    private static final String CREATE = """
            insert into tag (workspace_id, id, name, colour, description)
            values ($1, $2, $3, coalesce($4, '#7f8c8d'), $5)
            """;
    private static final String UPDATE = """
            update tag set name = coalesce($3, name), colour = coalesce($4, colour),
                description = case when $5 then $6 else description end
            where workspace_id = $1 and id = $2 and deleted_at is null
                and (name, colour, description) is distinct from
                    (coalesce($3, name), coalesce($4, colour), case when $5 then $6 else description end)
            """;
    private static final String BURY = """
            update tag set deleted_at = now() where workspace_id = $1 and id = $2 and deleted_at is null
            """;
    private static final String UNIQUE_VIOLATION = "23505";

    TagRows() {}

    Uni<Void> requireRoom(SqlClient transaction, UUID workspaceId) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId))
                .chain(() -> transaction.preparedQuery(COUNT).execute(Tuple.of(workspaceId)))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong(0) >= TagService.MOST) {
                        throw InboxException.invalid("A workspace has at most " + TagService.MOST + " tags.", "input");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Void> create(SqlClient transaction, Tuple values) {
        return run(transaction, CREATE, values).replaceWithVoid();
    }

    /// Return whether anything changed.
    Uni<Boolean> update(SqlClient transaction, Tuple values) {
        return run(transaction, UPDATE, values).map(changed -> changed > 0);
    }

    Uni<Void> bury(SqlClient transaction, UUID workspaceId, UUID id) {
        return run(transaction, BURY, Tuple.of(workspaceId, id))
                .invoke(changed -> {
                    if (changed == 0) {
                        throw TagService.unknown();
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Integer> run(SqlClient transaction, String sql, Tuple values) {
        return transaction
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.rowCount())
                .onFailure(TagRows::isTaken)
                .transform(_ -> TagService.taken());
    }

    private static boolean isTaken(Throwable thrown) {
        return thrown instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }
}
