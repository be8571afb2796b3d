package dev.sharedinbox.filter.condition;

import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds where a value lies within bounds; never where it is empty.
///
/// @param field the field's name
/// @param column where the value is
/// @param type how bounds are bound
/// @param bounds what the value must keep to
public record Range<T, V extends Comparable<? super V>>(
        String field, Column<T, V> column, SqlType<V> type, List<Bound<V>> bounds) implements Condition.Leaf<T> {

    @Override
    public String sql(Sql sql, Instant now) {
        var value = column.sql(sql, now);
        return bounds.stream()
                .map(bound -> value + " " + bound.side().sign + " "
                        + type.bind(sql, bound.edge().at(now)))
                .collect(Collectors.joining(" and ", "(", ")"));
    }

    @Override
    public boolean holds(T row, Instant now) {
        var value = column.value(row, now);
        return value != null
                && bounds.stream()
                        .allMatch(bound ->
                                bound.side().allows(value.compareTo(bound.edge().at(now))));
    }

    @Override
    public Set<Border> borders() {
        return bounds.stream()
                .map(Bound::edge)
                .filter(Edge.Moving.class::isInstance)
                .map(moving -> new Border(field, (Edge.Moving) moving))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// One end of a range, which may move with time.
    public record Bound<V>(Side side, Edge<V> edge) {}

    /// On which side of a bound a value must be.
    public enum Side {
        ABOVE(">"),
        FROM(">="),
        BELOW("<"),
        UP_TO("<=");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }

        boolean allows(int comparison) {
            return switch (this) {
                case ABOVE -> comparison > 0;
                case FROM -> comparison >= 0;
                case BELOW -> comparison < 0;
                case UP_TO -> comparison <= 0;
            };
        }
    }
}
