package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.filter.condition.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A field with a few words as values.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where the word is
/// @param options all words there are
/// @param canBeEmpty whether rows may have none
public record EnumField<T>(
        String name, String label, Column<T, String> column, List<Option> options, boolean canBeEmpty)
        implements Field<T> {

    @Override
    public FieldType type() {
        return FieldType.ENUM;
    }

    @Override
    public Condition<T> condition(PlacedRule rule) {
        return switch (rule.operator()) {
            case EQ, IN -> among(words(rule), false, false);
            case NE, NOT_IN -> among(words(rule), false, true);
            case IS_EMPTY -> among(Set.of(), true, false);
            case IS_NOT_EMPTY -> among(Set.of(), true, true);
            default -> throw rule.unserved();
        };
    }

    private Condition<T> among(Set<String> words, boolean orEmpty, boolean negated) {
        return new OneOf<>(name, column, SqlType.TEXT, words, orEmpty, negated);
    }

    private Set<String> words(PlacedRule rule) {
        var allowed = options.stream().map(Option::value).toList();
        return Set.copyOf(rule.values(
                value -> Optional.of(value).filter(allowed::contains),
                "one of " + allowed.stream().collect(Collectors.joining(", "))));
    }
}
