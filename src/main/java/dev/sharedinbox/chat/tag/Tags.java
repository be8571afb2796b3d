package dev.sharedinbox.chat.tag;

import dev.sharedinbox.chat.TagView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads the tags of a workspace. One that is being deleted is none.
@ApplicationScoped
public class Tags {

    /// What a change about a tag calls its id.
    public static final String TAG_ID = "tagId";

    private static final String ALL = """
            select id, name, colour, description from tag where workspace_id = $1 and deleted_at is null order by name
            """;
    private static final String BY_ID = """
            select id, name, colour, description from tag
            where workspace_id = $1 and id = any($2) and deleted_at is null
            """;

    private final Pool pool;

    Tags(Pool pool) {
        this.pool = pool;
    }

    /// Return the tags that exist, by id.
    public Uni<Map<UUID, TagView>> byId(UUID workspaceId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return read(BY_ID, Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .map(tags ->
                        tags.stream().collect(Collectors.toMap(tag -> UUID.fromString(tag.id()), Function.identity())));
    }

    Uni<List<TagView>> of(UUID workspaceId) {
        return read(ALL, Tuple.of(workspaceId));
    }

    private Uni<List<TagView>> read(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Tags::tag)
                        .toList());
    }

    private static TagView tag(Row row) {
        return new TagView(
                row.getUUID("id").toString(),
                row.getString("name"),
                row.getString("colour"),
                row.getString("description"));
    }
}
