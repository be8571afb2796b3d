package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.Containing;
import dev.sharedinbox.filter.condition.Containing.Place;
import dev.sharedinbox.filter.condition.OneOf;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A rule that leads to customers.
///
/// @param ways entries of which at least one leads to a customer who fits, unless its text is too short
/// @param reach how far the widest of them reaches
record CustomerRule(List<Entry> ways, Reach reach) {

    private static final int MOST_WAYS = 16;
    /// How far a way to customers reaches.
    enum Reach {
        /// A key or a part of a number: to those who fit, one after the other.
        KEY,
        /// A part of a name: to all who fit at once.
        WORDS,
        /// To all customers.
        ALL,
        /// To all of a country, one after the other; hardly ever to few, so it leads only by itself.
        COUNTRY
    }

    /// Those among some rules, the ones that reach least far first.
    static List<CustomerRule> among(List<Condition<ChatFacts>> rules, ContactIndexes indexes) {
        return rules.stream()
                .map(rule -> new CustomerRule(ways(rule, indexes), reachOf(rule)))
                .filter(rule -> !rule.ways.isEmpty() && rule.ways.size() <= MOST_WAYS)
                .sorted(Comparator.comparing(CustomerRule::reach)
                        .thenComparing(rule -> rule.ways.size(), Comparator.reverseOrder()))
                .toList();
    }

    /// Whether it holds for a customer named `contact`.
    String anyWay() {
        return ways.stream().map(Entry::condition).collect(Collectors.joining(" or ", "(", ")"));
    }

    private static List<Entry> ways(Condition<ChatFacts> rule, ContactIndexes indexes) {
        return switch (rule) {
            case Containing<ChatFacts> text -> indexes.containing(text);
            case OneOf<ChatFacts, ?> value when isOneValue(value) -> indexes.being(value);
            case Condition.Any<ChatFacts>(var parts) -> ofAny(parts, indexes);
            default -> List.of();
        };
    }

    private static List<Entry> ofAny(List<Condition<ChatFacts>> parts, ContactIndexes indexes) {
        var each = parts.stream().map(part -> ways(part, indexes)).toList();
        return each.stream().anyMatch(List::isEmpty)
                ? List.of()
                : each.stream().flatMap(List::stream).toList();
    }

    private static Reach reachOf(Condition<ChatFacts> rule) {
        return switch (rule) {
            case Containing<ChatFacts> text
            when text.place() != Place.START && text.field().equals(ChatFields.CONTACT_NAME) ->
                ContactIndexes.hasTrigram(text.part()) ? Reach.WORDS : Reach.ALL;
            case Containing<ChatFacts> text
            when text.place() == Place.ANYWHERE -> ContactIndexes.hasTrigram(text.part()) ? Reach.KEY : Reach.ALL;
            case Condition.Any<ChatFacts>(var parts) ->
                parts.stream()
                        .map(CustomerRule::reachOf)
                        .max(Comparator.naturalOrder())
                        .orElse(Reach.KEY);
            case OneOf<ChatFacts, ?> value when value.field().equals(ChatFields.COUNTRY) -> Reach.COUNTRY;
            default -> Reach.KEY;
        };
    }

    private static boolean isOneValue(OneOf<ChatFacts, ?> rule) {
        return rule.values().size() == 1 && !rule.orEmpty() && !rule.negated();
    }
}
