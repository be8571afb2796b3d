package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.Edge;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.filter.condition.Range;
import dev.sharedinbox.filter.condition.Range.Bound;
import dev.sharedinbox.filter.condition.Range.Side;
import dev.sharedinbox.filter.condition.SqlType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A field with a number as its value.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where the number is
/// @param canBeEmpty whether rows may have none
public record NumberField<T>(String name, String label, Column<T, BigDecimal> column, boolean canBeEmpty)
        implements Field<T> {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    /// Numbers that are equal but written differently, such as 1 and 1.0, become the same.
    public NumberField {
        column = column.map(number -> number, BigDecimal::stripTrailingZeros);
    }

    @Override
    public FieldType type() {
        return FieldType.NUMBER;
    }

    @Override
    public Condition<T> condition(PlacedRule rule) {
        var numbers = rule.values(NumberField::parse, "a number such as 3 or 2.50");
        return switch (rule.operator()) {
            case EQ, IN -> new OneOf<>(name, column, SqlType.NUMBER, Set.copyOf(numbers), false, false);
            case NE, NOT_IN -> new OneOf<>(name, column, SqlType.NUMBER, Set.copyOf(numbers), false, true);
            case IS_EMPTY -> new OneOf<>(name, column, SqlType.NUMBER, Set.of(), true, false);
            case IS_NOT_EMPTY -> new OneOf<>(name, column, SqlType.NUMBER, Set.of(), true, true);
            case GT -> range(bound(Side.ABOVE, numbers.getFirst()));
            case GTE -> range(bound(Side.FROM, numbers.getFirst()));
            case LT -> range(bound(Side.BELOW, numbers.getFirst()));
            case LTE -> range(bound(Side.UP_TO, numbers.getFirst()));
            case BETWEEN -> range(bound(Side.FROM, numbers.getFirst()), bound(Side.UP_TO, numbers.getLast()));
            default -> throw rule.unserved();
        };
    }

    @SafeVarargs
    private final Condition<T> range(Bound<BigDecimal>... bounds) {
        return new Range<>(name, column, SqlType.NUMBER, List.of(bounds));
    }

    private static Bound<BigDecimal> bound(Side side, BigDecimal number) {
        return new Bound<>(side, new Edge.Fixed<>(number));
    }

    private static Optional<BigDecimal> parse(String value) {
        return NUMBER.matcher(value).matches()
                ? Optional.of(new BigDecimal(value).stripTrailingZeros())
                : Optional.empty();
    }
}
