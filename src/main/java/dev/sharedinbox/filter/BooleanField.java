package dev.sharedinbox.filter;

import java.util.List;
import java.util.Optional;

/// A field with yes or no as its value.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where the flag is; never null
public record BooleanField<T>(String name, String label, Column<T, Boolean> column) implements Field<T> {

    private static final List<Option> OPTIONS = List.of(new Option("true", "Yes"), new Option("false", "No"));

    @Override
    public FieldType type() {
        return FieldType.BOOLEAN;
    }

    @Override
    public boolean canBeEmpty() {
        return false;
    }

    @Override
    public List<Option> options() {
        return OPTIONS;
    }

    @Override
    public Condition<T> condition(PlacedRule rule) {
        var value = rule.value(BooleanField::parse, "true or false");
        return switch (rule.operator()) {
            case EQ -> new Flag<>(name, column, value);
            case NE -> new Flag<>(name, column, !value);
            default -> throw rule.unserved();
        };
    }

    private static Optional<Boolean> parse(String value) {
        return switch (value) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
