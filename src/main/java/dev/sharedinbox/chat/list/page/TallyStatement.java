package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.platform.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A statement that answers many [TallyQuestion]s at one moment. Those that a small set of chats answers are asked of
/// each chat of the set while it is looked through once; whoever has few chats has all of their lists counted so. The
/// others are counted one by one, along an index, and end as soon as they reach the limit.
///
/// Its rows have the head of the change log and, for each question in order, `found` and `cut`.
final class TallyStatement {

    private static final String HEAD = "select * from change_head head";

    private final Sql sql;
    private final List<TallyQuestion> questions;
    private final int limit;
    private final long rows;
    private final List<String> parts = new ArrayList<>();
    private boolean isWalk = true;

    private TallyStatement(Sql sql, List<TallyQuestion> questions, int limit, long rows) {
        this.sql = sql;
        this.questions = questions;
        this.limit = limit;
        this.rows = rows;
    }

    /// @param sizes what is known of the questions' sets
    /// @param limit where to stop counting
    /// @param rows how many chats to look at for a question that no small set answers
    static ListStatement of(
            UUID workspaceId, List<TallyQuestion> questions, SetSizes.Sizes sizes, int limit, long rows) {
        var sql = Sql.of(workspaceId);
        var statement = new TallyStatement(sql, questions, limit, rows);
        var bySet = new LinkedHashMap<SmallSet, List<Integer>>();
        for (var at = 0; at < questions.size(); at++) {
            var smallest = sizes.smallest(questions.get(at).sets());
            if (smallest.isPresent()) {
                bySet.computeIfAbsent(smallest.get(), _ -> new ArrayList<>()).add(at);
            } else {
                statement.walk(at);
            }
        }
        bySet.forEach(statement::lookThrough);
        return new ListStatement(statement.text(), sql.values(), statement.isWalk);
    }

    private void walk(int at) {
        var count = ListStatement.count(sql, questions.get(at).counted(), limit + 1, rows);
        isWalk &= count.isWalk();
        parts.add("select " + at + " as at, found, cut from (" + count.text() + ") counted");
    }

    /// The same rules for all and for the unread ones are checked once.
    private void lookThrough(SmallSet set, List<Integer> asked) {
        var fits = new LinkedHashMap<Wanted, String>();
        asked.forEach(at -> fits.computeIfAbsent(questions.get(at).list(), _ -> "f" + fits.size()));
        var counts = asked.stream()
                .map(at ->
                        "count(*) filter (where " + fits.get(questions.get(at).list())
                                + (questions.get(at).ofUnread() ? " and c.unread" : "") + ") as n" + at)
                .collect(Collectors.joining(", "));
        var answers = asked.stream().map(at -> "(" + at + ", n" + at + ")").collect(Collectors.joining(", "));
        parts.add("select answer.at, answer.found, false as cut from (select " + counts + " from " + chats(set)
                + " cross join lateral (select " + checks(fits) + " offset 0) checked) counts"
                + " cross join lateral (values " + answers + ") answer (at, found)");
    }

    private String chats(SmallSet set) {
        var ids = set.branches(sql).stream()
                .map(branch -> "(" + branch.ids() + ")")
                .collect(Collectors.joining(" union "));
        return "(" + ids + ") member cross join lateral"
                + " (select chat.* from chat where chat.workspace_id = $1 and chat.id = member.id offset 0) c";
    }

    private String checks(Map<Wanted, String> fits) {
        return fits.entrySet().stream()
                .map(list -> "coalesce(" + condition(list.getKey()) + ", false) as " + list.getValue())
                .collect(Collectors.joining(", "));
    }

    private String condition(Wanted list) {
        return list.scope().condition(sql, "c") + " and " + list.filter().sql(sql, list.now());
    }

    private String text() {
        return parts.isEmpty()
                ? HEAD + " where head.workspace_id = $1"
                : IntStream.range(0, parts.size())
                        .mapToObj(parts::get)
                        .collect(Collectors.joining(
                                " union all ",
                                HEAD + " cross join (",
                                ") counts where head.workspace_id = $1 order by counts.at"));
    }
}
