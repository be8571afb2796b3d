package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.Having.Quantity;
import dev.sharedinbox.filter.condition.HavingWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A field with any number of a few words as its value.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where the words are; null where there are none
/// @param options all words there are
public record EnumSetField<T>(String name, String label, Column<T, Set<String>> column, List<Option> options)
        implements SetField<T> {

    @Override
    public FieldType type() {
        return FieldType.ENUM_SET;
    }

    @Override
    public Condition<T> having(Quantity quantity, PlacedRule rule) {
        var allowed = options.stream().map(Option::value).toList();
        var words = rule.values(
                value -> Optional.of(value).filter(allowed::contains), "one of " + String.join(", ", allowed));
        return new HavingWords<>(name, column, quantity, Set.copyOf(words));
    }
}
