package dev.sharedinbox.filter;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A rule and where in its filter it stands, so that a refusal can name the place.
///
/// @param rule the rule
/// @param path where it stands, from the outside in
/// @param context who it speaks for
record PlacedRule(Filter.Rule rule, List<String> path, FilterContext context) {

    FilterOperator operator() {
        return rule.operator();
    }

    /// Read each value, or refuse the first that cannot be read.
    <V> List<V> values(Function<String, Optional<V>> read, String expected) {
        return IntStream.range(0, rule.values().size())
                .mapToObj(index -> read.apply(rule.values().get(index))
                        .orElseThrow(() -> refuse("Expected " + expected + ".", "values", Integer.toString(index))))
                .toList();
    }

    /// Read the only value.
    <V> V value(Function<String, Optional<V>> read, String expected) {
        return values(read, expected).getFirst();
    }

    /// The defect of a field that lists an operator it does not serve.
    IllegalStateException unserved() {
        return new IllegalStateException("No field of this type lists " + operator());
    }

    InboxException refuse(String message, String... place) {
        var full = Stream.concat(path.stream(), Stream.of(place)).toArray(String[]::new);
        return new InboxException(ErrorCode.INVALID_FILTER, message, full);
    }

    /// The path of a place below another one.
    static List<String> below(List<String> path, String... place) {
        var full = new ArrayList<>(path);
        full.addAll(List.of(place));
        return List.copyOf(full);
    }
}
