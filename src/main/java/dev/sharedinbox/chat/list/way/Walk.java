package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.platform.sql.Sql;
import java.time.ZoneOffset;
import java.util.Optional;

/// Makes the SQL that walks along a branch, checks the chats it meets, and stops when it has enough or has
/// looked at so many that somebody else's turn has come. Its rows are the chats that fit, as `moment`, `id`
/// and `fits`, and, if it was cut short, the last step with `cut` and, in `edge`, the id behind which all
/// of that moment was looked at.
public final class Walk {

    private static final String GREATEST = "'ffffffff-ffff-ffff-ffff-ffffffffffff'";
    private static final String LEAST = "'00000000-0000-0000-0000-000000000000'";

    /// The fence keeps the planner from making joins of the rules.
    private static final String CHECKED = " cross join lateral (select coalesce(%s, false) as fits offset 0) checked";

    private final Sql sql;
    private final String condition;
    private final long rows;

    /// @param condition what a chat named `c` must fulfil
    /// @param rows how many to look at
    public Walk(Sql sql, String condition, long rows) {
        this.sql = sql;
        this.condition = condition;
        this.rows = rows;
    }

    /// Up to `size` chats in whatever order.
    public String inAnyOrder(Branch branch, int size) {
        return text(branch, condition, "", " limit " + bound(), branch.id(), "", "") + " limit " + size;
    }

    /// The first `size` chats of a small set beyond a place, in order. All of the set are looked at, and only
    /// those that fit are sorted.
    public String ofAll(Branch set, boolean ascending, Optional<ListPlace> from, int size) {
        var way = ascending ? "" : " desc";
        var beyond = from.map(place -> " and " + beyond(set.moment(), "c.id", ascending, place));
        return "select " + set.moment() + " as moment, c.id, c.id as edge, false as cut, checked.fits from "
                + set.tables() + CHECKED.formatted(condition) + " where " + set.alias() + ".workspace_id = $1 and "
                + set.where() + beyond.orElse("")
                + " and checked.fits order by moment" + way + ", c.id" + way + " limit " + size;
    }

    /// The first `size` chats beyond a place, in order.
    public String inOrder(Branch branch, boolean ascending, Optional<ListPlace> from, int size) {
        var way = ascending ? "" : " desc";
        // Among chats of the same moment, those that fit go before a mere sign that the walk was cut there: all of
        // them were looked at, so none may be left behind.
        var tied = branch.isTied() ? ", checked.fits desc" : "";
        var outer =
                " order by " + branch.alias() + ".moment" + way + tied + ", " + branch.id() + way + " limit " + size;
        var steps = "order by walked.moment" + way;
        if (!branch.isTied()) {
            var order = " order by " + branch.moment() + way + ", " + branch.id() + way + " limit " + bound();
            var beyond = from.map(place -> " and " + beyond(branch.moment(), branch.id(), ascending, place));
            return text(
                    branch,
                    condition,
                    beyond.orElse(""),
                    order,
                    "c.id",
                    steps + ", walked." + branch.idColumn() + way,
                    outer);
        }
        var order = " order by " + branch.moment() + way + " fetch first (" + bound() + ") rows with ties";
        var beyond = from.map(place -> " and " + branch.moment() + from(place, ascending) + moment(place));
        var fits = from.map(place -> condition + " and " + beyond(branch.alias() + ".moment", "c.id", ascending, place))
                .orElse(condition);
        return text(branch, fits, beyond.orElse(""), order, edge(ascending) + "::uuid", steps, outer);
    }

    /// The steps are numbered in the order in which they are taken. Said in SQL, that order is known to the outer
    /// select, which then ends the walk as soon as it has enough, instead of sorting all steps.
    private String text(
            Branch branch, String fits, String beyond, String end, String edge, String steps, String outer) {
        var step = branch.alias();
        return "select " + step + ".moment, c.id, " + edge + " as edge, " + step + ".step >= " + bound()
                + " as cut, checked.fits from (select walked.*, row_number() over (" + steps
                + ") as step from (select " + step + ".*, " + branch.moment() + " as moment from " + branch.from()
                + " where " + step + ".workspace_id = $1 and " + branch.where() + beyond + end + ") walked) " + step
                + branch.chat() + CHECKED.formatted(fits) + " where checked.fits or " + step + ".step >= " + bound()
                + outer;
    }

    private String bound() {
        return rows + "::bigint";
    }

    private String beyond(String moment, String id, boolean ascending, ListPlace place) {
        return "(" + moment + ", " + id + ")" + (ascending ? " > (" : " < (") + moment(place) + ", "
                + sql.bind(place.chatId()) + "::uuid)";
    }

    /// Behind an edge, no chat of its moment is left to look at.
    private static String from(ListPlace place, boolean ascending) {
        var isPast = ("'" + place.chatId() + "'").equals(edge(ascending));
        return (ascending ? " >" : " <") + (isPast ? " " : "= ");
    }

    private static String edge(boolean ascending) {
        return ascending ? GREATEST : LEAST;
    }

    private String moment(ListPlace place) {
        return sql.bind(place.moment().atOffset(ZoneOffset.UTC)) + "::timestamptz";
    }
}
