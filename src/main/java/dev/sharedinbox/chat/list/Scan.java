package dev.sharedinbox.chat.list;

import dev.sharedinbox.filter.Condition;
import dev.sharedinbox.platform.Sql;
import dev.sharedinbox.team.AccessScope;
import dev.sharedinbox.team.Viewer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The part of a statement that finds chats, as columns `activity` and `id`: those that a viewer may see and a filter
/// lets pass, and no others. It reads indexes and chats only.
final class Scan {

    private final Sql sql;
    private final String preamble;
    private final List<Branch> branches;
    private final String condition;

    /// @param sql a fresh statement; its first value becomes the workspace
    Scan(Sql sql, Viewer viewer, Condition<ChatFacts> filter, Instant now) {
        this(sql, viewer.workspaceId(), viewer.scope(), filter, now);
    }

    /// @param sql a statement whose first value is the workspace, or becomes it
    Scan(Sql sql, UUID workspaceId, AccessScope scope, Condition<ChatFacts> filter, Instant now) {
        this.sql = sql;
        var workspace = sql.bind(workspaceId);
        var driver = new Driver(filter, scope, sql);
        preamble = driver.preamble();
        branches = driver.branches();
        condition = "c.workspace_id = " + workspace + "::uuid and " + scope.condition(sql, "c") + " and "
                + filter.sql(sql, now);
    }

    /// The first chats of the list, or the first beyond a place; counted from the list's end if `backwards`.
    String inOrder(boolean backwards, Optional<ListPlace> from, int limit) {
        var size = sql.bind((long) limit);
        var order =
                backwards ? " order by activity, id limit " + size : " order by activity desc, id desc limit " + size;
        var beyond = from.map(place -> (backwards ? " > (" : " < (")
                + sql.bind(place.activity().atOffset(ZoneOffset.UTC)) + "::timestamptz, "
                + sql.bind(place.chatId()) + "::uuid)");
        return union(branch -> select(branch)
                        + beyond.map(bound -> " and (" + branch.activity() + ", " + branch.id() + ")" + bound)
                                .orElse("")
                        + order)
                + order;
    }

    /// Any chats, as many as the limit says.
    String inAnyOrder(int limit) {
        var end = " limit " + sql.bind((long) limit);
        return union(branch -> select(branch) + end) + end;
    }

    private String select(Branch branch) {
        return "select " + branch.activity() + " as activity, " + branch.id() + " as id from " + branch.from()
                + " where " + branch.where() + " and " + condition;
    }

    /// A chat with two of the tags is met twice, hence no `union all`.
    private String union(Function<Branch, String> select) {
        return branches.stream()
                .map(branch -> "(" + select.apply(branch) + ")")
                .collect(Collectors.joining(" union ", preamble + "select activity, id from (", ") met"));
    }
}
