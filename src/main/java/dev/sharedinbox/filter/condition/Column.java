package dev.sharedinbox.filter.condition;

import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where the value of a field is found: in a table and in a row in memory. Both must give the same.
///
/// @param <T> the row in memory
/// @param <V> the value
public interface Column<T, V> {

    /// The expression that gives the value; null when there is none.
    String sql(Sql sql, Instant now);

    /// The value in a row.
    @Nullable V value(T row, Instant now);

    /// The moments at which time alone may change the value.
    default Set<Border> borders() {
        return Set.of();
    }

    static <T, V> Column<T, V> of(String expression, Function<T, @Nullable V> value) {
        return new Column<>() {
            @Override
            public String sql(Sql sql, Instant now) {
                return expression;
            }

            @Override
            public @Nullable V value(T row, Instant now) {
                return value.apply(row);
            }
        };
    }

    /// The same column with each value changed the same way on both sides.
    default <W> Column<T, W> map(UnaryOperator<String> expression, Function<V, @Nullable W> change) {
        var origin = this;
        return new Column<>() {
            @Override
            public String sql(Sql sql, Instant now) {
                return expression.apply(origin.sql(sql, now));
            }

            @Override
            public @Nullable W value(T row, Instant now) {
                var value = origin.value(row, now);
                return value == null ? null : change.apply(value);
            }

            @Override
            public Set<Border> borders() {
                return origin.borders();
            }
        };
    }
}
