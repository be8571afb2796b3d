package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.chat.list.way.Checks;
import dev.sharedinbox.chat.list.way.ListPlace;
import dev.sharedinbox.chat.list.way.Walk;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.chat.list.way.Ways;
import dev.sharedinbox.platform.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The part of a statement that finds the chats of a page, as tables named `page` and `edge`: a segment
/// after the other and each only as long as the page is not full. Where a walk was cut short, the page ends
/// at the `edge`, the place up to which all ways looked at everything.
final class PageScan {

    private final Sql sql;
    private final Wanted wanted;
    private final Ways ways;
    private final Checks checks;
    private final boolean backwards;
    private final Optional<ListPlace> from;
    private final int size;
    private final long rows;

    /// @param sql a statement whose first value is the workspace
    /// @param from the place beyond which to look
    /// @param size how many chats at most
    /// @param rows how many to look at for each segment
    PageScan(Sql sql, Wanted wanted, Ways ways, boolean backwards, Optional<ListPlace> from, int size, long rows) {
        this.sql = sql;
        this.wanted = wanted;
        this.ways = ways;
        this.backwards = backwards;
        this.from = from;
        this.size = size;
        this.rows = rows;
        checks = new Checks(wanted, sql);
    }

    /// The tables, to go behind `with`.
    String tables() {
        var tables = new ArrayList<String>();
        ways.table().ifPresent(tables::add);
        var done = new ArrayList<Integer>();
        for (var segment : segments()) {
            tables.add(segment(segment, done));
            done.add(segment);
        }
        tables.add(done.stream()
                .map(segment -> "select * from s" + segment)
                .collect(Collectors.joining(
                        " union all ",
                        "page as materialized (",
                        " order by segment" + way(!backwards) + ", rank" + way(!backwards) + " limit " + size()
                                + ")")));
        tables.add(done.stream()
                .map(segment -> "select " + segment + " as segment, moment, id from s" + segment + "_edge")
                .collect(Collectors.joining(" union all ", "edge as materialized (", ")")));
        return String.join(", ", tables);
    }

    /// The segments that are left, in the order in which they are met.
    private List<Integer> segments() {
        var all = IntStream.range(0, wanted.sort().segments().size())
                .boxed()
                .filter(segment -> from.map(
                                place -> backwards ? segment <= place.segment() : segment >= place.segment())
                        .orElse(true))
                .toList();
        return backwards ? all.reversed() : all;
    }

    private String segment(int index, List<Integer> done) {
        var segment = wanted.sort().segments().get(index);
        var ascending = segment.isOldestFirst() != backwards;
        var name = "s" + index;
        var branches = ways.in(segment);
        var conditions = conditions(index);
        var most = Math.max(1, rows / branches.size());
        var place = from.filter(at -> at.segment() == index);
        var gate = gate(done);
        var tables = new ArrayList<String>();
        for (int i = 0; i < branches.size(); i++) {
            var branch = branches.get(i).when(gate);
            var walk = new Walk(sql, checks.of(branch) + conditions, most);
            tables.add(name + "_" + i + " as materialized ("
                    + (ways.isOfAll()
                            ? walk.ofAll(branch.by(segment.moment()), ascending, place, size)
                            : walk.inOrder(branch, ascending, place, size))
                    + ")");
        }
        tables.add(met(name, branches.size(), "moment, edge as id", "cut") + " order by moment" + way(ascending)
                + ", id" + way(ascending) + " limit 1)");
        tables.add(name + " as materialized (select " + index
                + " as segment, moment, id, row_number() over (order by moment"
                + way(segment.isOldestFirst()) + ", id" + way(segment.isOldestFirst()) + ") as rank from ("
                + chats(name, branches.size(), ascending) + ") met)");
        return String.join(", ", tables);
    }

    private static String met(String name, int branches, String columns, String which) {
        return union(name, branches, columns, which, " union all ", name + "_edge as materialized (select * from (")
                + ") cuts";
    }

    /// A chat with two of the tags is met twice, hence no `union all`.
    private String chats(String name, int branches, boolean ascending) {
        return union(name, branches, "moment, id", "fits", " union ", "select * from (")
                + ") fit where coalesce((moment, id)"
                + (ascending ? " <= " : " >= ") + "(select moment, id from " + name + "_edge), true) order by moment"
                + way(ascending) + ", id" + way(ascending) + " limit " + size();
    }

    private static String union(String name, int branches, String columns, String which, String union, String start) {
        return IntStream.range(0, branches)
                .mapToObj(i -> "select " + columns + " from " + name + "_" + i + " where " + which)
                .collect(Collectors.joining(union, start, ""));
    }

    private String conditions(int index) {
        var segments = wanted.sort().segments();
        var earlier = segments.subList(0, index).stream()
                .map(segment -> " and not " + segment.condition(sql, wanted.now()))
                .collect(Collectors.joining());
        return " and " + segments.get(index).condition(sql, wanted.now()) + earlier;
    }

    /// A walk begins only if those before it found too little although they came to their end.
    private String gate(List<Integer> done) {
        return done.stream()
                .map(segment -> "(select count(*) from s" + segment + ") < " + size() + " and not exists (select from s"
                        + segment + "_edge)")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" and "), gates -> gates.isEmpty() ? "true" : gates));
    }

    private String size() {
        return Integer.toString(size);
    }

    private static String way(boolean ascending) {
        return ascending ? "" : " desc";
    }
}
