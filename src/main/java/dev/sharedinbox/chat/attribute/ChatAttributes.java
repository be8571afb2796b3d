package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.chat.ChatAttributeOptionView;
import dev.sharedinbox.chat.ChatAttributeType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads the chat attributes of a workspace. One that is being deleted is none.
@ApplicationScoped
public class ChatAttributes {

    /// What a change about an attribute calls its id.
    public static final String ATTRIBUTE_ID = "attributeId";

    static final String COLUMNS = "id, key, label, description, type, options, required, default_values";

    private static final String ALL = "select " + COLUMNS
            + " from chat_attribute where workspace_id = $1 and deleted_at is null order by label, key";
    private static final String BY_ID = "select " + COLUMNS
            + " from chat_attribute where workspace_id = $1 and id = any($2) and deleted_at is null";

    private final Pool pool;

    ChatAttributes(Pool pool) {
        this.pool = pool;
    }

    /// Return all attributes by label.
    public Uni<List<ChatAttributeView>> of(UUID workspaceId) {
        return pool.preparedQuery(ALL).execute(Tuple.of(workspaceId)).map(ChatAttributes::attributes);
    }

    /// Return the attributes that exist, by id.
    public Uni<Map<UUID, ChatAttributeView>> byId(UUID workspaceId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .map(rows -> attributes(rows).stream()
                        .collect(Collectors.toMap(found -> UUID.fromString(found.id()), Function.identity())));
    }

    static List<ChatAttributeView> attributes(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ChatAttributes::attribute)
                .toList();
    }

    private static ChatAttributeView attribute(Row row) {
        return new ChatAttributeView(
                row.getUUID("id").toString(),
                row.getString("key"),
                row.getString("label"),
                row.getString("description"),
                ChatAttributeType.valueOf(row.getString("type")),
                row.getJsonArray("options").stream()
                        .map(JsonObject.class::cast)
                        .map(option -> new ChatAttributeOptionView(
                                option.getString("key"), option.getString("label"), option.getBoolean("retired")))
                        .toList(),
                row.getBoolean("required"),
                List.of(row.getArrayOfStrings("default_values")));
    }
}
