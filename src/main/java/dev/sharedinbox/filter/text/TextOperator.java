package dev.sharedinbox.filter.text;

import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterOperator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How an operator is written in a filter's text. Being empty and not being empty share one: `=empty=true` and
/// `=empty=false`.
enum TextOperator {
    EQ("==", FilterOperator.EQ),
    NE("!=", FilterOperator.NE),
    IN("=in=", FilterOperator.IN),
    OUT("=out=", FilterOperator.NOT_IN),
    ANY("=any=", FilterOperator.ANY_OF),
    ALL("=all=", FilterOperator.ALL_OF),
    NONE("=none=", FilterOperator.NONE_OF),
    CONTAINS("=contains=", FilterOperator.CONTAINS),
    LACKS("=lacks=", FilterOperator.NOT_CONTAINS),
    STARTS("=starts=", FilterOperator.STARTS_WITH),
    ENDS("=ends=", FilterOperator.ENDS_WITH),
    GT(">", FilterOperator.GT),
    GTE(">=", FilterOperator.GTE),
    LT("<", FilterOperator.LT),
    LTE("<=", FilterOperator.LTE),
    BETWEEN("=between=", FilterOperator.BETWEEN),
    ON("=on=", FilterOperator.ON),
    LAST("=last=", FilterOperator.WITHIN_LAST),
    OLDER("=older=", FilterOperator.OLDER_THAN),
    NEXT("=next=", FilterOperator.WITHIN_NEXT),
    EMPTY("=empty=", FilterOperator.IS_EMPTY);

    private static final Map<String, TextOperator> BY_SYMBOL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(TextOperator::symbol, Function.identity()));
    private static final Map<FilterOperator, TextOperator> BY_MEANING =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(each -> each.meaning, Function.identity()));

    private final String symbol;
    private final FilterOperator meaning;

    TextOperator(String symbol, FilterOperator meaning) {
        this.symbol = symbol;
        this.meaning = meaning;
    }

    /// All of them, for the parser.
    static Set<ComparisonOperator> all() {
        return Arrays.stream(values())
                .map(each -> new ComparisonOperator(each.symbol, each.takesMany()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static TextOperator of(ComparisonOperator written) {
        return Optional.ofNullable(BY_SYMBOL.get(written.getSymbol()))
                .orElseThrow(() -> new IllegalStateException("The parser knows only these operators"));
    }

    static TextOperator of(FilterOperator meaning) {
        return Optional.ofNullable(BY_MEANING.get(meaning == FilterOperator.IS_NOT_EMPTY ? EMPTY.meaning : meaning))
                .orElseThrow(() -> new IllegalStateException("Every operator can be written"));
    }

    /// All symbols, for people.
    static String symbols() {
        return Arrays.stream(values()).map(TextOperator::symbol).collect(Collectors.joining(" "));
    }

    String symbol() {
        return symbol;
    }

    boolean takesMany() {
        return switch (meaning.arity()) {
            case NONE, ONE -> false;
            case TWO, MANY -> true;
        };
    }

    /// The rule that this operator makes of what is written around it; empty when that is neither true nor false where
    /// it has to be.
    Optional<Filter> rule(String field, List<String> values) {
        if (this != EMPTY) {
            return Optional.of(new Filter.Rule(field, meaning, values));
        }
        return switch (values.getFirst()) {
            case "true" -> Optional.of(new Filter.Rule(field, FilterOperator.IS_EMPTY, List.of()));
            case "false" -> Optional.of(new Filter.Rule(field, FilterOperator.IS_NOT_EMPTY, List.of()));
            default -> Optional.empty();
        };
    }
}
