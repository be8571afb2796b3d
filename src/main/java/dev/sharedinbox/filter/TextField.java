package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.Containing;
import dev.sharedinbox.filter.condition.Containing.Place;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.filter.condition.SqlType;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A field with text as its value. Empty text counts as no value.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where the text is, written as rules are by `written`
/// @param written how a value of a rule is written there; empty when it cannot be
/// @param expected what a value has to be
public record TextField<T>(
        String name,
        String label,
        Column<T, String> column,
        Function<String, Optional<String>> written,
        String expected)
        implements Field<T> {

    /// A field that ignores the difference between upper and lower case.
    public static <T> TextField<T> of(String name, String label, Column<T, String> column) {
        return new TextField<>(name, label, new Folded<>(column), value -> Optional.of(Folded.fold(value)), "text");
    }

    @Override
    public FieldType type() {
        return FieldType.TEXT;
    }

    @Override
    public boolean canBeEmpty() {
        return true;
    }

    @Override
    public Condition<T> condition(PlacedRule rule) {
        return switch (rule.operator()) {
            case EQ, IN -> among(texts(rule), false, false);
            case NE, NOT_IN -> among(texts(rule), false, true);
            case CONTAINS -> new Containing<>(name, column, Place.ANYWHERE, text(rule));
            case NOT_CONTAINS -> new Containing<>(name, column, Place.NOWHERE, text(rule));
            case STARTS_WITH -> new Containing<>(name, column, Place.START, text(rule));
            case ENDS_WITH -> new Containing<>(name, column, Place.END, text(rule));
            case IS_EMPTY -> among(Set.of(), true, false);
            case IS_NOT_EMPTY -> among(Set.of(), true, true);
            default -> throw rule.unserved();
        };
    }

    private Condition<T> among(Set<String> texts, boolean orEmpty, boolean negated) {
        return new OneOf<>(name, column, SqlType.TEXT, texts, orEmpty, negated);
    }

    private Set<String> texts(PlacedRule rule) {
        return Set.copyOf(rule.values(written, expected));
    }

    private String text(PlacedRule rule) {
        return rule.value(written, expected);
    }
}
