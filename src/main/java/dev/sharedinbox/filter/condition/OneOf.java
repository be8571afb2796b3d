package dev.sharedinbox.filter.condition;

import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.util.Set;

/// Holds where a single value is among some values, or where it is not.
///
/// @param field the field's name
/// @param column where the value is
/// @param type how values are bound
/// @param values the values it may have
/// @param orEmpty whether it may also have none
/// @param negated turns the answer around
public record OneOf<T, V>(
        String field, Column<T, V> column, SqlType<V> type, Set<V> values, boolean orEmpty, boolean negated)
        implements Condition.Leaf<T> {

    @Override
    public String sql(Sql sql, Instant now) {
        var expression = column.sql(sql, now);
        return negated ? isNot(expression, sql) : is(expression, sql);
    }

    @Override
    public boolean holds(T row, Instant now) {
        var value = column.value(row, now);
        var among = value == null ? orEmpty : values.contains(value);
        return among != negated;
    }

    @Override
    public Set<Border> borders() {
        return column.borders();
    }

    private String is(String expression, Sql sql) {
        if (values.isEmpty()) {
            return orEmpty ? expression + " is null" : "false";
        }
        var among = values.size() == 1
                ? expression + " = " + type.bind(sql, values.iterator().next())
                : expression + " = any(" + type.bindAll(sql, values) + ")";
        return orEmpty ? "(" + among + " or " + expression + " is null)" : among;
    }

    private String isNot(String expression, Sql sql) {
        if (values.isEmpty()) {
            return orEmpty ? expression + " is not null" : "true";
        }
        var notAmong = expression + " <> all(" + type.bindAll(sql, values) + ")";
        return orEmpty ? notAmong : "(" + notAmong + " or " + expression + " is null)";
    }
}
