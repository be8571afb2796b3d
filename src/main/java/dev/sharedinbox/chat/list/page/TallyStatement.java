package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.chat.list.way.SmallSet;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.platform.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A statement that counts lists, all chats and the unread ones of each, at one moment. What a small set of
/// chats answers is asked of each chat of the set while it is looked through once; whoever has few chats has
/// all of their lists counted so. The rest is counted one by one, along an index, and ends as soon as it
/// reaches the limit.
///
/// Its rows have the head of the change log and, for the total and then the unread of each list, `found` and `cut`.
final class TallyStatement {

    private final Sql sql;
    private final List<TallyQuestion> questions;
    private final List<String> parts = new ArrayList<>();
    private boolean isWalk = true;

    private TallyStatement(UUID workspaceId, List<TallyQuestion> questions) {
        this.questions = questions;
        sql = Sql.of(workspaceId);
    }

    /// @param sizes what is known of the lists' sets
    /// @param limit where to stop counting
    /// @param rows how many chats to look at where no small set answers
    static ListStatement of(UUID workspaceId, List<Wanted> lists, SetSizes.Sizes sizes, int limit, long rows) {
        var questions = lists.stream().flatMap(TallyQuestion::of).toList();
        var statement = new TallyStatement(workspaceId, questions);
        var bySet = new LinkedHashMap<SmallSet, List<Integer>>();
        for (var at = 0; at < questions.size(); at++) {
            var small = sizes.smallest(questions.get(at).sets());
            if (small.isPresent()) {
                bySet.computeIfAbsent(small.get(), _ -> new ArrayList<>()).add(at);
            } else {
                statement.walk(at, limit, rows);
            }
        }
        bySet.forEach(statement::lookThrough);
        return statement.end();
    }

    private void walk(int at, int limit, long rows) {
        var count = ListStatement.count(sql, questions.get(at).counted(), limit + 1, rows);
        isWalk &= count.isWalk();
        parts.add("select " + at + " as at, found, cut from (" + count.text() + ") counted");
    }

    /// The rules are checked once for all chats and for the unread ones.
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
        return set.branches(sql).stream()
                .map(branch -> "(" + branch.ids() + ")")
                .collect(Collectors.joining(
                        " union ",
                        "(",
                        ") member cross join lateral (select chat.* from chat"
                                + " where chat.workspace_id = $1 and chat.id = member.id offset 0) c"));
    }

    private String checks(Map<Wanted, String> fits) {
        return fits.entrySet().stream()
                .map(list -> "coalesce(" + condition(list.getKey()) + ", false) as " + list.getValue())
                .collect(Collectors.joining(", "));
    }

    private String condition(Wanted list) {
        return list.scope().condition(sql, "c") + " and " + list.filter().sql(sql, list.now());
    }

    private ListStatement end() {
        var text = parts.stream()
                .collect(Collectors.joining(
                        " union all ",
                        "select * from change_head head cross join (",
                        ") counts where head.workspace_id = $1 order by counts.at"));
        return new ListStatement(text, sql.values(), isWalk);
    }
}
