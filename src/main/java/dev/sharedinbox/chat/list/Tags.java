package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.TagView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// The tags of a workspace.
@ApplicationScoped
class Tags {

    private static final String ALL = "select id, name, colour from tag where workspace_id = $1 order by name";

    private final Pool pool;

    Tags(Pool pool) {
        this.pool = pool;
    }

    Uni<List<TagView>> of(UUID workspaceId) {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(workspaceId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new TagView(
                                row.getUUID("id").toString(), row.getString("name"), row.getString("colour")))
                        .toList());
    }
}
