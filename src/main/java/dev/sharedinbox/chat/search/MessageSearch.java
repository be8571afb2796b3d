package dev.sharedinbox.chat.search;

import dev.sharedinbox.chat.list.ChatPicks;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.sql.Pools;
import dev.sharedinbox.platform.sql.StatementLimit;
import dev.sharedinbox.platform.sql.Times;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Finds a page of hits in a bounded time. Rare words are looked up, common ones met among the newest messages. Between
/// the two, and for viewers who may see little, it tries what is short, and else answers with a part.
@ApplicationScoped
class MessageSearch {

    private static final int FEW_CHATS = 1_000;

    private final Pool pool;
    private final ChatPicks picks;
    private final SearchConfig config;
    private final SearchMetrics metrics;

    MessageSearch(
            @ReactiveDataSource(Pools.SEARCHES) Pool pool,
            ChatPicks picks,
            SearchConfig config,
            SearchMetrics metrics) {
        this.pool = pool;
        this.picks = picks;
        this.config = config;
        this.metrics = metrics;
    }

    /// What a text means in a workspace; fails with `INVALID_INPUT` when it names nothing to look for.
    Uni<SearchWords> read(UUID workspaceId, SearchText text) {
        return pool.preparedQuery(SearchWords.READ)
                .execute(Tuple.of(workspaceId, "simple", text.written()))
                .map(rows -> rows.iterator().next())
                .map(row -> {
                    if (row.getString("tree").isEmpty() || row.getString("tree").equals("T")) {
                        throw SearchText.nothingToLookFor();
                    }
                    return new SearchWords(row.getString("language"), row.getString("query"));
                });
    }

    /// The hits beyond where the page begins.
    Uni<Hits> find(WantedHits wanted) {
        return estimate(wanted)
                .chain(hits -> find(wanted, hits))
                .invoke(hits -> metrics.searched(hits.way()))
                .onFailure(StatementLimit::isExceeded)
                .transform(_ -> {
                    metrics.refused();
                    return new InboxException(
                            ErrorCode.QUERY_TOO_BROAD,
                            "This search takes too long; name more or rarer words.",
                            "search");
                });
    }

    private Uni<Hits> find(WantedHits wanted, long estimated) {
        return estimated <= config.few()
                ? byWords(wanted)
                : run(SearchStatement.throughNewest(wanted, config.span()))
                        .chain(rows -> rows.size() > wanted.size()
                                ? Uni.createFrom().item(new Hits(Way.NEWEST, rows, Optional.empty()))
                                : afterSpan(wanted, estimated, rows));
    }

    /// The newest messages did not hold a page.
    private Uni<Hits> afterSpan(WantedHits wanted, long estimated, List<Row> rows) {
        return run(SearchStatement.endOfSpan(wanted, config.span()))
                .chain(end -> end.isEmpty()
                        ? Uni.createFrom().item(new Hits(Way.NEWEST, rows, Optional.empty()))
                        : further(wanted, estimated)
                                .map(all -> all.orElseGet(
                                        () -> new Hits(Way.PART, rows, Optional.of(place(end.getFirst()))))));
    }

    /// All hits, when there is a short way to them although the newest messages do not hold a page of them.
    private Uni<Optional<Hits>> further(WantedHits wanted, long estimated) {
        return estimated <= config.span()
                ? byWords(wanted).map(Optional::of)
                : picks.few(wanted.viewer(), wanted.chats(), FEW_CHATS)
                        .chain(chats -> chats.map(few -> throughChats(wanted, few))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Hits>> throughChats(WantedHits wanted, List<UUID> chats) {
        return run(SearchStatement.messagesOf(wanted, chats))
                .chain(counted -> counted.getFirst().getLong("messages") > config.span()
                        ? Uni.createFrom().item(Optional.empty())
                        : run(SearchStatement.throughChats(wanted, chats))
                                .map(rows -> Optional.of(new Hits(Way.CHATS, rows, Optional.empty()))));
    }

    private Uni<Hits> byWords(WantedHits wanted) {
        return run(SearchStatement.byWords(wanted)).map(rows -> new Hits(Way.WORDS, rows, Optional.empty()));
    }

    /// From what PostgreSQL knows of the commonest words; it looks at no message.
    private Uni<Long> estimate(WantedHits wanted) {
        return run(SearchStatement.estimate(wanted.words()))
                .map(rows -> plan(rows.getFirst())
                        .getJsonObject(0)
                        .getJsonObject("Plan")
                        .getLong("Plan Rows"));
    }

    private static JsonArray plan(Row row) {
        return row.getValue(0) instanceof JsonArray json ? json : new JsonArray(row.getString(0));
    }

    private Uni<List<Row>> run(SearchStatement statement) {
        return pool.preparedQuery(statement.text()).execute(statement.values()).map(MessageSearch::list);
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    static HitPlace place(Row row) {
        return new HitPlace(Times.of(row, "place_at"), row.getUUID("place_id"));
    }

    /// What was found.
    ///
    /// @param way how
    /// @param rows the hits in order, one more than the page holds if there are more
    /// @param end where the search stopped before its end; empty when it did not
    record Hits(Way way, List<Row> rows, Optional<HitPlace> end) {}
}
