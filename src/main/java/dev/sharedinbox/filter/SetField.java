package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.Having.Quantity;

/// A field that holds any number of things at once: tags, or several of a few words.
sealed interface SetField<T> extends Field<T> permits EnumSetField, TagsField {

    @Override
    default boolean canBeEmpty() {
        return true;
    }

    @Override
    default Condition<T> condition(PlacedRule rule) {
        return switch (rule.operator()) {
            case ANY_OF -> having(Quantity.ANY, rule);
            case ALL_OF -> having(Quantity.ALL, rule);
            case NONE_OF -> having(Quantity.NONE, rule);
            case IS_EMPTY -> having(Quantity.NOTHING, rule);
            case IS_NOT_EMPTY -> having(Quantity.SOMETHING, rule);
            default -> throw rule.unserved();
        };
    }

    /// How many of the rule's values a row must have.
    Condition<T> having(Quantity quantity, PlacedRule rule);
}
