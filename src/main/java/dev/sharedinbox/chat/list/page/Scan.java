package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.team.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The part of a statement that finds chats, as a column `id`: those that a viewer may see and a filter
/// lets pass, and no others. It reads indexes and chats only.
public final class Scan {

    private final Sql sql;
    private final String preamble;
    private final List<Branch> branches;
    private final String condition;

    /// @param sql a fresh statement; its first value becomes the workspace
    public Scan(Sql sql, Viewer viewer, Condition<ChatFacts> filter, Instant now) {
        this.sql = sql;
        var workspace = sql.bind(viewer.workspaceId());
        var driver = new Driver(new Rules(filter, viewer.scope()), sql);
        preamble = driver.preamble();
        branches = driver.branches();
        condition = "c.workspace_id = " + workspace + "::uuid and "
                + viewer.scope().condition(sql, "c") + " and " + filter.sql(sql, now);
    }

    /// Any chats, as many as the limit says.
    public String inAnyOrder(int limit) {
        var end = " limit " + sql.bind((long) limit);
        return union(branch -> select(branch) + end) + end;
    }

    private String select(Branch branch) {
        return "select " + branch.id() + " as id from " + branch.tables() + " where " + branch.where() + " and "
                + condition;
    }

    /// A chat with two of the tags is met twice, hence no `union all`.
    private String union(Function<Branch, String> select) {
        return branches.stream()
                .map(branch -> "(" + select.apply(branch) + ")")
                .collect(Collectors.joining(" union ", preamble + "select id from (", ") met"));
    }
}
