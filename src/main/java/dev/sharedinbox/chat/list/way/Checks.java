package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.sql.Sql;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What is checked of each chat that a branch leads to: that it is of the list. A tag that all chats of the branch have
/// is not looked up again, which would take as long as everything else.
public final class Checks {

    private final Wanted wanted;
    private final Sql sql;
    private final Map<Optional<UUID>, String> texts = new HashMap<>();

    /// @param sql a statement whose first value is the workspace
    public Checks(Wanted wanted, Sql sql) {
        this.wanted = wanted;
        this.sql = sql;
    }

    /// The condition for a chat named `c`.
    public String of(Branch branch) {
        return texts.computeIfAbsent(branch.tag(), this::condition);
    }

    private String condition(Optional<UUID> tag) {
        var rules = Rules.rules(wanted.filter())
                .filter(rule ->
                        tag.filter(known -> Rules.isFulfilledBy(known, rule)).isEmpty())
                .toList();
        return "c.workspace_id = $1::uuid and " + wanted.scope().condition(sql, "c") + " and "
                + new Condition.All<>(rules).sql(sql, wanted.now());
    }
}
