package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.platform.sql.Sql;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A set of chats that indexes lead to. Sets of the same chats for the same reason are equal.
public final class SmallSet {

    private final Function<Sql, List<Branch>> way;
    private final Form form;

    /// @param way the branches whose union it is, in a statement whose first value is the workspace
    SmallSet(Function<Sql, List<Branch>> way) {
        this.way = way;
        form = Form.of(way);
    }

    /// What it looks like in a statement of its own.
    private record Form(List<Branch> branches, List<Object> values) {

        static Form of(Function<Sql, List<Branch>> way) {
            var sql = new Sql();
            var branches = way.apply(sql);
            var values = sql.values();
            return new Form(
                    branches,
                    IntStream.range(0, values.size()).mapToObj(values::getValue).toList());
        }
    }

    /// The indexes that lead to all of it, in a statement whose first value is the workspace.
    public List<Branch> branches(Sql sql) {
        return way.apply(sql);
    }

    /// How many chats it has, counted up to a limit, as an expression.
    public String size(Sql sql, long limit) {
        return branches(sql).stream()
                .map(branch -> "(" + branch.ids() + " limit " + limit + ")")
                .collect(Collectors.joining(" union all ", "(select count(*) from (", ") ids)"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmallSet set && set.form.equals(form);
    }

    @Override
    public int hashCode() {
        return form.hashCode();
    }
}
