package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.Having;
import dev.sharedinbox.filter.condition.Having.Quantity;
import dev.sharedinbox.filter.condition.SetColumn;
import dev.sharedinbox.platform.Ids;
import java.util.Set;

/// A field with any number of tags.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where the tags are
/// @param lookup the query that lists the ids
public record TagsField<T>(String name, String label, SetColumn<T> column, String lookup) implements SetField<T> {

    @Override
    public FieldType type() {
        return FieldType.TAGS;
    }

    @Override
    public Condition<T> having(Quantity quantity, PlacedRule rule) {
        return new Having<>(name, column, quantity, Set.copyOf(rule.values(Ids::parse, "an id")));
    }
}
