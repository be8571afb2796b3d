package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.page.ListStatement;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.sql.Pools;
import dev.sharedinbox.team.Viewer;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Picks all chats of a list at once, for deeds on many.
@ApplicationScoped
public class ChatPicks {

    private final Pool pool;
    private final Clock clock;
    private final ChatCatalogues catalogues;

    ChatPicks(@ReactiveDataSource(Pools.SEARCHES) Pool pool, Clock clock, ChatCatalogues catalogues) {
        this.pool = pool;
        this.clock = clock;
        this.catalogues = catalogues;
    }

    /// Return up to `limit` chats that the viewer may see and the query lets pass, in no order.
    ///
    /// @return fails with `INVALID_FILTER` and the path of what is wrong
    public Uni<List<UUID>> ids(Viewer viewer, ChatQuery query, int limit) {
        return catalogues.check(viewer, query).chain(condition -> ids(viewer, condition, limit));
    }

    /// The same with a condition that was checked before.
    public Uni<List<UUID>> ids(Viewer viewer, Condition<ChatFacts> condition, int limit) {
        var statement = ListStatement.ids(viewer, condition, clock.instant(), limit);
        return pool.preparedQuery(statement.text())
                .execute(statement.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }
}
