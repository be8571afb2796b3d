package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.platform.sql.Sql;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the SQL that walks along a branch, checks the chats it meets, and stops when it has enough or has
/// looked at so many that somebody else's turn has come. Its rows are the chats that fit, as `moment`, `id`
/// and `fits`, and, if it was cut short, the last step with `cut` and, in `edge`, the id behind which all
/// of that moment was looked at.
public final class Walk {

    private static final String GREATEST = "'ffffffff-ffff-ffff-ffff-ffffffffffff'";
    private static final String LEAST = "'00000000-0000-0000-0000-000000000000'";

    private static final String STEPS =
            "select step.moment, step.id, %s as edge, step.number >= %s as cut, step.fits from ";

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
        return STEPS.formatted("step.id", bound()) + numbered(branch, condition, " limit " + bound(), "", "")
                + enough("") + " limit " + size;
    }

    /// The first `size` chats of a small set beyond a place, in order. All of the set are looked at, and only
    /// those that fit are sorted. The fence keeps the planner from making joins of the rules.
    public String ofAll(Branch set, boolean ascending, Optional<ListPlace> from, int size) {
        var way = way(ascending);
        var beyond = from.map(place -> " and " + beyond(set.moment(), "c.id", ascending, place));
        return "select " + set.moment() + " as moment, c.id, c.id as edge, false as cut, checked.fits from "
                + set.tables() + " cross join lateral (select coalesce(" + condition
                + ", false) as fits offset 0) checked where " + set.alias() + ".workspace_id = $1 and "
                + set.where() + beyond.orElse("")
                + " and checked.fits order by moment" + way + ", c.id" + way + " limit " + size;
    }

    /// The first `size` chats beyond a place, in order.
    public String inOrder(Branch branch, boolean ascending, Optional<ListPlace> from, int size) {
        return branch.isTied()
                ? byMoments(branch, ascending, from, size)
                : byMomentsAndIds(branch, ascending, from, size);
    }

    private String byMomentsAndIds(Branch branch, boolean ascending, Optional<ListPlace> from, int size) {
        var way = way(ascending);
        var beyond = from.map(place -> " and " + beyond(branch.moment(), branch.id(), ascending, place));
        var walk = beyond.orElse("") + by(way, branch.moment(), branch.id()) + " limit " + bound();
        return STEPS.formatted("step.id", bound())
                + numbered(
                        branch,
                        condition,
                        walk,
                        by(way, branch.stepMoment(), branch.id()),
                        by(way, "met.moment", "met.id"))
                + enough(by(way, "step.moment", "step.id")) + " limit " + size;
    }

    /// Among chats of the same moment, those that fit go before a mere sign that the walk was cut there: all of them
    /// were looked at, so none may be left behind.
    private String byMoments(Branch branch, boolean ascending, Optional<ListPlace> from, int size) {
        var way = way(ascending);
        var beyond = from.map(place -> " and " + branch.moment() + from(place, ascending) + moment(place));
        var walk = beyond.orElse("") + by(way, branch.moment()) + " fetch first (" + bound() + ") rows with ties";
        var fits = from.map(place -> condition + " and " + beyond(branch.stepMoment(), "c.id", ascending, place))
                .orElse(condition);
        return STEPS.formatted(edge(ascending) + "::uuid", bound())
                + numbered(branch, fits, walk, by(way, branch.stepMoment()), by(way, "met.moment"))
                + enough(by(way, "step.moment") + ", step.fits desc, step.id" + way) + " limit " + size;
    }

    /// The steps of a walk, in a table named `step`, numbered in the order in which they are taken. Little is kept of
    /// each, so that numbering costs little.
    ///
    /// @param walk where it begins, in which order it goes and where it is cut
    /// @param order the same order, of the steps
    /// @param numbers the same order, of what was met
    private static String numbered(Branch branch, String fits, String walk, String order, String numbers) {
        return "(select met.*, row_number() over (" + numbers + ") as number from (select " + branch.stepMoment() + ", "
                + branch.id() + " as id, coalesce(" + fits + ", false) as fits from (select " + branch.alias()
                + ".*, " + branch.moment() + " as moment from " + branch.from() + " where " + branch.alias()
                + ".workspace_id = $1 and " + branch.where() + walk + ") " + branch.alias() + branch.chat() + order
                + " offset 0) met) step";
    }

    /// The end of the walk as soon as it has enough: said in SQL once more, the order of the steps is known, and they
    /// need not all be taken and sorted.
    private String enough(String order) {
        return " where step.fits or step.number >= " + bound() + order;
    }

    private static String way(boolean ascending) {
        return ascending ? "" : " desc";
    }

    private static String by(String way, String... columns) {
        return Stream.of(columns).map(column -> column + way).collect(Collectors.joining(", ", " order by ", ""));
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
