package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.Edge;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.filter.condition.Range;
import dev.sharedinbox.filter.condition.Range.Bound;
import dev.sharedinbox.filter.condition.Range.Side;
import dev.sharedinbox.filter.condition.SqlType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A field with a moment as its value. A rule may name a moment or a whole day.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where the moment is
/// @param canBeEmpty whether rows may have none
public record TimestampField<T>(String name, String label, Column<T, Instant> column, boolean canBeEmpty)
        implements Field<T> {

    @Override
    public FieldType type() {
        return FieldType.TIMESTAMP;
    }

    @Override
    public Condition<T> condition(PlacedRule rule) {
        return switch (rule.operator()) {
            case GT -> range(bound(Side.ABOVE, times(rule).getFirst().last()));
            case GTE -> range(bound(Side.FROM, times(rule).getFirst().first()));
            case LT -> range(bound(Side.BELOW, times(rule).getFirst().first()));
            case LTE -> range(bound(Side.UP_TO, times(rule).getFirst().last()));
            case BETWEEN -> between(times(rule));
            case WITHIN_LAST -> range(fromNow(Side.FROM, duration(rule).negated()), fromNow(Side.UP_TO, Duration.ZERO));
            case OLDER_THAN -> range(fromNow(Side.BELOW, duration(rule).negated()));
            case WITHIN_NEXT -> range(fromNow(Side.FROM, Duration.ZERO), fromNow(Side.UP_TO, duration(rule)));
            case IS_EMPTY -> new OneOf<>(name, column, SqlType.TIMESTAMP, Set.of(), true, false);
            case IS_NOT_EMPTY -> new OneOf<>(name, column, SqlType.TIMESTAMP, Set.of(), true, true);
            default -> throw rule.unserved();
        };
    }

    private Condition<T> between(List<TimeValue> times) {
        return range(
                bound(Side.FROM, times.getFirst().first()),
                bound(Side.UP_TO, times.getLast().last()));
    }

    @SafeVarargs
    private final Condition<T> range(Bound<Instant>... bounds) {
        return new Range<>(name, column, SqlType.TIMESTAMP, List.of(bounds));
    }

    private static Bound<Instant> bound(Side side, Instant time) {
        return new Bound<>(side, new Edge.Fixed<>(time));
    }

    private static Bound<Instant> fromNow(Side side, Duration distance) {
        return new Bound<>(side, new Edge.FromNow(distance));
    }

    private static List<TimeValue> times(PlacedRule rule) {
        return rule.values(
                value -> TimeValue.parse(value, rule.context().zone()),
                "a time such as 2026-01-31T09:30:00Z or a day such as 2026-01-31");
    }

    private static Duration duration(PlacedRule rule) {
        return rule.value(TimeValue::duration, "a whole number and m, h, d or w, such as 30m, 24h, 7d or 2w");
    }
}
