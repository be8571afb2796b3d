package dev.sharedinbox.chat.list;

import dev.sharedinbox.contact.ContactSearch;
import dev.sharedinbox.platform.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Finds out whether a search is rare or common, before the list is read.
@ApplicationScoped
class Searches {

    private static final int MOST_LISTED = 1_000;

    private final Pool pool;

    Searches(Pool pool) {
        this.pool = pool;
    }

    Uni<Searched> of(UUID workspaceId, ContactSearch search) {
        if (search.isEmpty()) {
            return Uni.createFrom().item(new Searched.Everybody());
        }
        var sql = new Sql();
        var text = "select contact.id from contact where contact.workspace_id = " + sql.bind(workspaceId) + " and "
                + search.condition(sql, "contact") + " limit " + sql.bind(MOST_LISTED + 1);
        return pool.preparedQuery(text).execute(sql.values()).map(rows -> {
            var ids = StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getUUID("id"))
                    .toList();
            return ids.size() > MOST_LISTED ? new Searched.Many(search) : new Searched.Few(ids);
        });
    }
}
