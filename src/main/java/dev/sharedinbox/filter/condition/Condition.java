package dev.sharedinbox.filter.condition;

import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A filter that was checked, ready to be asked in two ways that always agree: as SQL and of a row in memory. It is
/// bound to one viewer but not to a time, so it can be kept while time goes on.
///
/// @param <T> the row in memory
public sealed interface Condition<T> {

    /// The condition as an SQL expression, which is null or false where it does not hold.
    String sql(Sql sql, Instant now);

    /// Whether it holds for a row.
    boolean holds(T row, Instant now);

    /// The moments at which time alone may change the answer for a row; empty when only a change of the row does.
    Set<Border> borders();

    /// Holds where every part holds.
    record All<T>(List<Condition<T>> parts) implements Condition<T> {

        @Override
        public String sql(Sql sql, Instant now) {
            return parts.isEmpty() ? "true" : join(parts, " and ", sql, now);
        }

        @Override
        public boolean holds(T row, Instant now) {
            return parts.stream().allMatch(part -> part.holds(row, now));
        }

        @Override
        public Set<Border> borders() {
            return join(parts);
        }
    }

    /// Holds where at least one part holds.
    record Any<T>(List<Condition<T>> parts) implements Condition<T> {

        @Override
        public String sql(Sql sql, Instant now) {
            return parts.isEmpty() ? "false" : join(parts, " or ", sql, now);
        }

        @Override
        public boolean holds(T row, Instant now) {
            return parts.stream().anyMatch(part -> part.holds(row, now));
        }

        @Override
        public Set<Border> borders() {
            return join(parts);
        }
    }

    /// Compares one field.
    non-sealed interface Leaf<T> extends Condition<T> {

        /// The field's name.
        String field();

        @Override
        default Set<Border> borders() {
            return Set.of();
        }
    }

    private static <T> Set<Border> join(List<Condition<T>> parts) {
        return parts.stream().flatMap(part -> part.borders().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> String join(List<Condition<T>> parts, String word, Sql sql, Instant now) {
        return parts.stream().map(part -> part.sql(sql, now)).collect(Collectors.joining(word, "(", ")"));
    }
}
