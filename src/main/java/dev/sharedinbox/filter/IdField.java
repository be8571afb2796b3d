package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.filter.condition.SqlType;
import dev.sharedinbox.platform.Ids;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// A field with the id of something as its value. Besides ids it may know words, such as `ME`.
///
/// @param name the name that rules use
/// @param label the name that people read
/// @param column where the id is
/// @param words what may stand for ids
/// @param lookup the query that lists the ids
/// @param canBeEmpty whether rows may have none
public record IdField<T>(
        String name, String label, Column<T, UUID> column, List<Word> words, String lookup, boolean canBeEmpty)
        implements Field<T> {

    /// A word that stands for ids.
    public enum Word {
        /// The viewer.
        ME("Me"),
        /// Nothing: the field is empty.
        NONE("Nobody"),
        /// Each team of the viewer.
        MY_TEAMS("My teams");

        private final String label;

        Word(String label) {
            this.label = label;
        }

        private Set<UUID> ids(FilterContext context) {
            return switch (this) {
                case ME -> Set.of(context.viewerId());
                case NONE -> Set.of();
                case MY_TEAMS -> context.teams();
            };
        }
    }

    @Override
    public FieldType type() {
        return FieldType.ID;
    }

    @Override
    public List<Option> options() {
        return words.stream().map(word -> new Option(word.name(), word.label)).toList();
    }

    @Override
    public Condition<T> condition(PlacedRule rule) {
        return switch (rule.operator()) {
            case EQ, IN -> among(rule, false);
            case NE, NOT_IN -> among(rule, true);
            case IS_EMPTY -> new OneOf<>(name, column, SqlType.ID, Set.of(), true, false);
            case IS_NOT_EMPTY -> new OneOf<>(name, column, SqlType.ID, Set.of(), true, true);
            default -> throw rule.unserved();
        };
    }

    private Condition<T> among(PlacedRule rule, boolean negated) {
        var ids = new HashSet<UUID>();
        rule.values(value -> ids(value, rule.context()), expected()).forEach(ids::addAll);
        var orEmpty = rule.rule().values().contains(Word.NONE.name());
        return new OneOf<>(name, column, SqlType.ID, Set.copyOf(ids), orEmpty, negated);
    }

    private Optional<Collection<UUID>> ids(String value, FilterContext context) {
        var word = words.stream().filter(known -> known.name().equals(value)).findFirst();
        return word.isPresent()
                ? Optional.of(word.get().ids(context))
                : Ids.parse(value).map(Set::of);
    }

    private String expected() {
        return words.isEmpty()
                ? "an id"
                : "an id or " + words.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
