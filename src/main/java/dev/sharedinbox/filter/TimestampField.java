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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// A field with a moment as its value. A rule may name a moment or a whole day.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where the moment is
/// @param canBeEmpty whether rows may have none
/// @param isDate whether it holds days, each as its first moment in UTC, which begin and end nowhere else
public record TimestampField<T>(
        String name, String label, Column<T, Instant> column, boolean canBeEmpty, boolean isDate) implements Field<T> {

    /// A field of moments, whose days are those of the viewer.
    public TimestampField(String name, String label, Column<T, Instant> column, boolean canBeEmpty) {
        this(name, label, column, canBeEmpty, false);
    }

    @Override
    public FieldType type() {
        return FieldType.TIMESTAMP;
    }

    @Override
    public List<Option> options() {
        return Days.WORDS;
    }

    @Override
    public Condition<T> condition(PlacedRule rule) {
        return switch (rule.operator()) {
            case ON -> on(rule.value(days(rule)::read, Days.EXPECTED));
            case GT -> range(time(rule).after());
            case GTE -> range(time(rule).from());
            case LT -> range(time(rule).before());
            case LTE -> range(time(rule).upTo());
            case BETWEEN -> between(times(rule));
            case WITHIN_LAST -> range(fromNow(Side.FROM, duration(rule).negated()), fromNow(Side.UP_TO, Duration.ZERO));
            case OLDER_THAN -> range(fromNow(Side.BELOW, duration(rule).negated()));
            case WITHIN_NEXT -> range(fromNow(Side.FROM, Duration.ZERO), fromNow(Side.UP_TO, duration(rule)));
            case IS_EMPTY -> new OneOf<>(name, column, SqlType.TIMESTAMP, Set.of(), true, false);
            case IS_NOT_EMPTY -> new OneOf<>(name, column, SqlType.TIMESTAMP, Set.of(), true, true);
            default -> throw rule.unserved();
        };
    }

    private Condition<T> on(TimeValue.Day day) {
        return range(day.from(), day.upTo());
    }

    private Condition<T> between(List<TimeValue> times) {
        return range(times.getFirst().from(), times.getLast().upTo());
    }

    @SafeVarargs
    private final Condition<T> range(Bound<Instant>... bounds) {
        return new Range<>(name, column, SqlType.TIMESTAMP, List.of(bounds));
    }

    private static Bound<Instant> fromNow(Side side, Duration distance) {
        return new Bound<>(side, new Edge.FromNow(distance));
    }

    private TimeValue time(PlacedRule rule) {
        return times(rule).getFirst();
    }

    private List<TimeValue> times(PlacedRule rule) {
        return rule.values(value -> TimeValue.parse(value, days(rule)), TimeValue.EXPECTED);
    }

    private Days days(PlacedRule rule) {
        var here = rule.context().zone();
        return new Days(here, isDate ? ZoneOffset.UTC : here);
    }

    private static Duration duration(PlacedRule rule) {
        return rule.value(TimeSpan::parse, TimeSpan.EXPECTED);
    }
}
