package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import java.util.List;
import java.util.stream.IntStream;

/// One walk over a filter, from the outside in, counting what the limits count.
final class FilterCheck<T> {

    private final Catalogue<T> catalogue;
    private final FilterContext context;
    private int rules;
    private int groups;

    FilterCheck(Catalogue<T> catalogue, FilterContext context) {
        this.catalogue = catalogue;
        this.context = context;
    }

    Condition<T> condition(Filter filter, List<String> path, int depth) {
        return switch (filter) {
            case Filter.All(var parts) -> new Condition.All<>(parts(parts, PlacedRule.below(path, "all"), depth));
            case Filter.Any(var parts) -> new Condition.Any<>(parts(parts, PlacedRule.below(path, "any"), depth));
            case Filter.Rule rule -> rule(rule, PlacedRule.below(path, "rule"));
        };
    }

    private List<Condition<T>> parts(List<Filter> parts, List<String> path, int depth) {
        if (depth > Catalogue.MAX_DEPTH) {
            throw refuse("At most " + Catalogue.MAX_DEPTH + " groups may stand within each other.", path);
        }
        if (++groups > Catalogue.MAX_RULES) {
            throw refuse("A filter has at most " + Catalogue.MAX_RULES + " groups.", path);
        }
        return IntStream.range(0, parts.size())
                .mapToObj(index ->
                        condition(parts.get(index), PlacedRule.below(path, Integer.toString(index)), depth + 1))
                .toList();
    }

    private Condition<T> rule(Filter.Rule rule, List<String> path) {
        if (++rules > Catalogue.MAX_RULES) {
            throw refuse("A filter has at most " + Catalogue.MAX_RULES + " rules.", path);
        }
        return catalogue.condition(new PlacedRule(rule, path, context));
    }

    private static InboxException refuse(String message, List<String> path) {
        return new InboxException(ErrorCode.INVALID_FILTER, message, path.toArray(String[]::new));
    }
}
