package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.chat.list.known.News;
import dev.sharedinbox.chat.list.way.Checks;
import dev.sharedinbox.chat.list.way.ListPlace;
import dev.sharedinbox.chat.list.way.Segment;
import dev.sharedinbox.chat.list.way.SmallSet;
import dev.sharedinbox.chat.list.way.Walk;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.chat.list.way.Ways;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.stream.Collectors;

/// A statement that finds chats which a viewer may see and a filter lets pass. What a row shows is read by id, see
/// [dev.sharedinbox.chat.ChatReader#chats].
///
/// @param text the SQL
/// @param values what its placeholders stand for
/// @param isWalk whether it does nothing but walk along indexes that its text names, so that any values have the
///     same plan
public record ListStatement(String text, Tuple values, boolean isWalk) {

    /// The places of one page and one chat more, in order, as arrays `segments`, `moments` and `ids` of a single
    /// row, which are null when there are none. Beside them stand the [News] and the `access_version` of that
    /// moment and, if the walk was cut short, where: `edge_segment`, `edge_moment` and `edge_id`.
    ///
    /// @param since after which position of the change log news are wanted
    /// @param set the one of the [SmallSets] to look through; empty to walk along indexes
    /// @param rows how many chats to look at for each segment
    public static ListStatement page(
            Wanted wanted, PageRequest page, Optional<ListPlace> from, long since, Optional<SmallSet> set, long rows) {
        var sql = Sql.of(wanted.workspaceId());
        var ways = ways(wanted, set, sql);
        var scan = new PageScan(sql, wanted, ways, page.backwards(), from, page.size() + 1, rows);
        var text = "with " + scan.tables()
                + " select " + News.COLUMNS
                + ", (select access_version from workspace where id = $1), places.segments, places.moments, places.ids,"
                + " edge.segment as edge_segment, edge.moment as edge_moment, edge.id as edge_id"
                + " from change_head head left join edge on true cross join (select array_agg(segment) as segments,"
                + " array_agg(moment) as moments, array_agg(id) as ids from (select * from page order by segment, rank) met)"
                + " places cross join " + News.table(sql, since) + " where head.workspace_id = $1";
        return new ListStatement(text, sql.values(), ways.isWalk());
    }

    /// The same page with the news after another position, which is the last of the values.
    ListStatement since(long position) {
        var others = Tuple.tuple();
        for (var at = 0; at < values.size() - 1; at++) {
            others.addValue(values.getValue(at));
        }
        return new ListStatement(text, others.addLong(position), isWalk);
    }

    /// How many there are, but at most `limit`, as `found`; with `cut` when not all that may fit were
    /// looked at.
    static ListStatement count(Wanted wanted, int limit, Optional<SmallSet> set, long rows) {
        var sql = Sql.of(wanted.workspaceId());
        var ways = ways(wanted, set, sql);
        return new ListStatement(count(sql, wanted, ways, limit, rows), sql.values(), ways.isWalk());
    }

    /// The same, along indexes, as a part of a statement whose first value is the workspace.
    static ListStatement count(Sql sql, Wanted wanted, int limit, long rows) {
        var ways = ways(wanted, Optional.empty(), sql);
        return new ListStatement(count(sql, wanted, ways, limit, rows), sql.values(), ways.isWalk());
    }

    private static String count(Sql sql, Wanted wanted, Ways ways, int limit, long rows) {
        var branches = ways.in(Segment.ACTIVITY);
        var checks = new Checks(wanted, sql);
        var most = Math.max(1, rows / branches.size());
        return branches.stream()
                .map(branch -> "(" + new Walk(sql, checks.of(branch), most).inAnyOrder(branch, limit) + ")")
                .collect(Collectors.joining(
                        " union all ",
                        ways.table().map(table -> "with " + table + " ").orElse("")
                                + "select count(distinct id) filter (where fits) as found,"
                                + " coalesce(bool_or(cut), false) as cut from (",
                        ") met"));
    }

    private static Ways ways(Wanted wanted, Optional<SmallSet> set, Sql sql) {
        return set.map(small -> Ways.through(small.branches(sql), wanted, sql))
                .orElseGet(() -> Ways.alongIndexes(wanted, sql));
    }
}
