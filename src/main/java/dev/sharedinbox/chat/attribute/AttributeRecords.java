package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Writes chat attributes, within the transaction of its caller.
@ApplicationScoped
class AttributeRecords {

    /// How many attributes a workspace may have.
    static final int MOST = 100;

    /// Whoever else makes an attribute waits here, so that the limit holds.
    private static final String LOCK_WORKSPACE = "select from workspace where id = $1 for no key update";

    private static final String COUNT =
            "select count(*) from chat_attribute where workspace_id = $1 and deleted_at is null";
    private static final String LOCK = "select " + ChatAttributes.COLUMNS
            + " from chat_attribute where workspace_id = $1 and id = $2 and deleted_at is null for no key update";
    private static final String CREATE = """
            insert into chat_attribute (workspace_id, id, label, description, options, required, default_values, key, type)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String UPDATE = """
            update chat_attribute set label = $3, description = $4, options = $5, required = $6, default_values = $7
            where workspace_id = $1 and id = $2
            """;
    private static final String BURY =
            "update chat_attribute set deleted_at = now() where workspace_id = $1 and id = $2";
    private static final String UNIQUE_VIOLATION = "23505";

    AttributeRecords() {}

    Uni<Void> requireRoom(SqlClient transaction, UUID workspaceId) {
        return transaction
                .preparedQuery(LOCK_WORKSPACE)
                .execute(Tuple.of(workspaceId))
                .chain(() -> transaction.preparedQuery(COUNT).execute(Tuple.of(workspaceId)))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong(0) >= MOST) {
                        throw InboxException.invalid("A workspace has at most " + MOST + " chat attributes.", "input");
                    }
                })
                .replaceWithVoid();
    }

    /// Lock an attribute for the rest of the transaction; `NOT_FOUND` when there is none.
    Uni<ChatAttributeView> lock(SqlClient transaction, UUID workspaceId, UUID id) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId, id))
                .map(rows -> ChatAttributes.attributes(rows).stream()
                        .findFirst()
                        .orElseThrow(() -> InboxException.notFound("chat attribute", "input", "attributeId")));
    }

    Uni<Void> create(SqlClient transaction, UUID workspaceId, ChatAttributeView attribute) {
        return transaction
                .preparedQuery(CREATE)
                .execute(values(workspaceId, attribute)
                        .addString(attribute.key())
                        .addString(attribute.type().name()))
                .replaceWithVoid()
                .onFailure(AttributeRecords::isTaken)
                .transform(_ -> new InboxException(
                        ErrorCode.CONFLICT, "There is a chat attribute with this key already.", "input", "key"));
    }

    Uni<Void> update(SqlClient transaction, UUID workspaceId, ChatAttributeView attribute) {
        return transaction
                .preparedQuery(UPDATE)
                .execute(values(workspaceId, attribute))
                .replaceWithVoid();
    }

    Uni<Void> bury(SqlClient transaction, UUID workspaceId, UUID id) {
        return transaction
                .preparedQuery(BURY)
                .execute(Tuple.of(workspaceId, id))
                .replaceWithVoid();
    }

    private static Tuple values(UUID workspaceId, ChatAttributeView attribute) {
        var options = new JsonArray();
        attribute
                .options()
                .forEach(option -> options.add(
                        JsonObject.of("key", option.key(), "label", option.label(), "retired", option.retired())));
        return Tuple.of(workspaceId, UUID.fromString(attribute.id()))
                .addString(attribute.label())
                .addString(attribute.description())
                .addValue(options)
                .addBoolean(attribute.required())
                .addArrayOfString(attribute.defaultValues().toArray(String[]::new));
    }

    private static boolean isTaken(Throwable thrown) {
        return thrown instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }
}
