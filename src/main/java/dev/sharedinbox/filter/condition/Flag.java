package dev.sharedinbox.filter.condition;

import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;

/// Holds where a yes or no is as wanted. The wish stands in the text of the statement, so that a partial index over the
/// flag can serve it.
///
/// @param field the field's name
/// @param column where the flag is; never null
/// @param wanted what it has to be
public record Flag<T>(String field, Column<T, Boolean> column, boolean wanted) implements Condition.Leaf<T> {

    @Override
    public String sql(Sql sql, Instant now) {
        return wanted ? column.sql(sql, now) : "not " + column.sql(sql, now);
    }

    @Override
    public boolean holds(T row, Instant now) {
        return Boolean.valueOf(wanted).equals(column.value(row, now));
    }
}
