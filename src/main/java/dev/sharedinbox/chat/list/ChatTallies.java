package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.filter.Condition;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterContext;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.platform.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
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

/// Counts lists, many in one statement and each up to a limit. All of them are of the same moment.
@ApplicationScoped
public class ChatTallies {

    private static final Condition<ChatFacts> UNREAD = ChatFields.CATALOGUE.check(
            new Filter.Rule(ChatFields.UNREAD, FilterOperator.EQ, List.of("true")),
            new FilterContext(new UUID(0, 0), Set.of(), ZoneOffset.UTC),
            "unread");

    private final Pool pool;
    private final Clock clock;

    ChatTallies(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
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
        var sql = new Sql();
        var text = statement(sql, workspaceId, lists, now, limit + 1);
        return pool.preparedQuery(text)
                .execute(sql.values())
                .map(rows -> counted(rows.iterator().next(), now, limit));
    }

    private static String statement(Sql sql, UUID workspaceId, List<CountedList> lists, Instant now, int most) {
        var workspace = sql.bind(workspaceId);
        return lists.stream()
                .flatMap(list -> Stream.of(list.condition(), new Condition.All<>(List.of(list.condition(), UNREAD)))
                        .map(condition -> new Scan(sql, workspaceId, list.scope(), condition, now).inAnyOrder(most)))
                .map(ids -> "(select count(*) from (" + ids + ") counted)")
                .collect(Collectors.joining(
                        ", ",
                        "select head.life, head.position, head.trimmed_to, array[",
                        "]::bigint[] as found from change_head head where head.workspace_id = " + workspace
                                + "::uuid"));
    }

    private static Counted counted(Row row, Instant now, int limit) {
        var found = row.getArrayOfLongs("found");
        var tallies = IntStream.range(0, found.length / 2)
                .mapToObj(list -> new ChatTally(
                        BoundedCountView.of(found[2 * list], limit), BoundedCountView.of(found[2 * list + 1], limit)))
                .toList();
        var head = new LogHead(row.getUUID("life"), row.getLong("position"), row.getLong("trimmed_to"));
        return new Counted(head, now, tallies);
    }
}
