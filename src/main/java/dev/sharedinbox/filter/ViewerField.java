package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.filter.condition.Condition;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// A yes or no that is another one for each viewer.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where a viewer's flag is; never null, and equal for the same viewer
public record ViewerField<T>(String name, String label, Function<UUID, Column<T, Boolean>> column) implements Field<T> {

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
        return BooleanField.OPTIONS;
    }

    @Override
    public Condition<T> condition(PlacedRule rule) {
        return new BooleanField<>(name, label, column.apply(rule.context().viewerId()), false).condition(rule);
    }
}
