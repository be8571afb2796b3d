package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.Flag;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.filter.condition.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A field with yes or no as its value.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where the flag is
/// @param canBeEmpty whether rows may have none; else the column is never null
public record BooleanField<T>(String name, String label, Column<T, Boolean> column, boolean canBeEmpty)
        implements Field<T> {

    static final List<Option> OPTIONS = List.of(new Option("true", "Yes"), new Option("false", "No"));

    @Override
    public FieldType type() {
        return FieldType.BOOLEAN;
    }

    @Override
    public List<Option> options() {
        return OPTIONS;
    }

    @Override
    public Condition<T> condition(PlacedRule rule) {
        return switch (rule.operator()) {
            case EQ -> is(value(rule), false);
            case NE -> is(value(rule), true);
            case IS_EMPTY -> new OneOf<>(name, column, SqlType.BOOLEAN, Set.of(), true, false);
            case IS_NOT_EMPTY -> new OneOf<>(name, column, SqlType.BOOLEAN, Set.of(), true, true);
            default -> throw rule.unserved();
        };
    }

    private Condition<T> is(boolean value, boolean negated) {
        return canBeEmpty
                ? new OneOf<>(name, column, SqlType.BOOLEAN, Set.of(value), false, negated)
                : new Flag<>(name, column, value != negated);
    }

    private static boolean value(PlacedRule rule) {
        return rule.value(BooleanField::parse, "true or false");
    }

    private static Optional<Boolean> parse(String value) {
        return switch (value) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
