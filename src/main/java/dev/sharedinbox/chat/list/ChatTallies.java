package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.chat.list.page.ChatSort;
import dev.sharedinbox.chat.list.page.FoundCount;
import dev.sharedinbox.chat.list.page.ListBounds;
import dev.sharedinbox.chat.list.page.ListStatement;
import dev.sharedinbox.chat.list.page.Wanted;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterContext;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.sql.Pools;
import dev.sharedinbox.platform.sql.Sql;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Counts lists, many in one statement and each up to a limit. All of them are of the same moment.
@ApplicationScoped
public class ChatTallies {

    private static final Condition<ChatFacts> UNREAD = ChatFields.CATALOGUE.check(
            new Filter.Rule(ChatFields.UNREAD, FilterOperator.EQ, List.of("true")),
            new FilterContext(new UUID(0, 0), Set.of(), ZoneOffset.UTC),
            "unread");

    private static final String HEAD = "select * from change_head head";

    private final Pool pool;
    private final Clock clock;
    private final ListBounds bounds;

    ChatTallies(@ReactiveDataSource(Pools.SEARCHES) Pool pool, Clock clock, ListBounds bounds) {
        this.pool = pool;
        this.clock = clock;
        this.bounds = bounds;
    }

    /// What was counted.
    ///
    /// @param head the change log at the moment of counting
    /// @param asOf the time by which the lists were judged
    /// @param tallies one for each list, in their order
    public record Counted(LogHead head, Instant asOf, List<ChatTally> tallies) {}

    /// Count lists of a workspace.
    ///
    /// @param limit where to stop counting, for each number
    public Uni<Counted> count(UUID workspaceId, List<CountedList> lists, int limit) {
        var now = clock.instant();
        var sql = Sql.of(workspaceId);
        var text = statement(sql, workspaceId, lists, now, limit);
        return pool.preparedQuery(text).execute(sql.values()).map(rows -> counted(rows, lists.size(), now, limit));
    }

    private String statement(Sql sql, UUID workspaceId, List<CountedList> lists, Instant now, int limit) {
        var counts = lists.stream()
                .flatMap(list -> Stream.of(list.condition(), new Condition.All<>(List.of(list.condition(), UNREAD)))
                        .map(condition ->
                                new Wanted(workspaceId, list.scope(), condition, ChatSort.LAST_ACTIVITY, now)))
                .map(wanted -> ListStatement.count(sql, wanted, limit + 1, bounds.rows()))
                .toList();
        return counts.isEmpty()
                ? HEAD + " where head.workspace_id = $1"
                : IntStream.range(0, counts.size())
                        .mapToObj(at -> "select " + at + " as at, found, cut from (" + counts.get(at) + ") counted")
                        .collect(Collectors.joining(
                                " union all ",
                                HEAD + " cross join (",
                                ") counts where head.workspace_id = $1 order by counts.at"));
    }

    private static Counted counted(RowSet<Row> rows, int lists, Instant now, int limit) {
        var counts = StreamSupport.stream(rows.spliterator(), false).toList();
        var tallies = IntStream.range(0, lists)
                .mapToObj(list -> new ChatTally(
                        FoundCount.of(counts.get(2 * list), limit).view(),
                        FoundCount.of(counts.get(2 * list + 1), limit).view()))
                .toList();
        var head = counts.getFirst();
        return new Counted(
                new LogHead(head.getUUID("life"), head.getLong("position"), head.getLong("trimmed_to")), now, tallies);
    }
}
