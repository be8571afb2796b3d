package dev.sharedinbox.filter;

import dev.sharedinbox.filter.Having.Quantity;
import dev.sharedinbox.platform.Ids;
import java.util.Set;

/// A field with any number of tags.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where the tags are
/// @param lookup the query that lists the ids
public record TagsField<T>(String name, String label, SetColumn<T> column, String lookup) implements Field<T> {

    @Override
    public FieldType type() {
        return FieldType.TAGS;
    }

    @Override
    public boolean canBeEmpty() {
        return true;
    }

    @Override
    public Condition<T> condition(PlacedRule rule) {
        return switch (rule.operator()) {
            case ANY_OF -> having(Quantity.ANY, rule);
            case ALL_OF -> having(Quantity.ALL, rule);
            case NONE_OF -> having(Quantity.NONE, rule);
            case IS_EMPTY -> having(Quantity.NOTHING, rule);
            case IS_NOT_EMPTY -> having(Quantity.SOMETHING, rule);
            default -> throw rule.unserved();
        };
    }

    private Condition<T> having(Quantity quantity, PlacedRule rule) {
        return new Having<>(name, column, quantity, Set.copyOf(rule.values(Ids::parse, "an id")));
    }
}
