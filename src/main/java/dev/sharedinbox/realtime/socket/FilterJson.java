package dev.sharedinbox.realtime.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.chat.list.ChatFilterInput;
import dev.sharedinbox.chat.list.ChatRuleInput;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a filter as JSON, which has the form of the GraphQL input.
final class FilterJson {

    private FilterJson() {}

    /// Read a filter that stands at `path` of a frame; null when there is none.
    ///
    /// @throws InboxException `INVALID_FILTER` with the path of what has not the promised form
    static @Nullable ChatFilterInput read(@Nullable JsonNode json, String... path) {
        return json == null || json.isNull() ? null : filter(json, List.of(path));
    }

    private static ChatFilterInput filter(JsonNode json, List<String> path) {
        require(json.isObject(), "Expected an object.", path);
        return new ChatFilterInput(
                list(json.get("all"), FilterJson::filter, below(path, "all")),
                list(json.get("any"), FilterJson::filter, below(path, "any")),
                rule(json.get("rule"), below(path, "rule")));
    }

    private static @Nullable ChatRuleInput rule(@Nullable JsonNode json, List<String> path) {
        if (json == null || json.isNull()) {
            return null;
        }
        return new ChatRuleInput(
                text(json.get("field"), below(path, "field")),
                operator(json.get("operator"), below(path, "operator")),
                list(json.get("values"), FilterJson::text, below(path, "values")));
    }

    private static FilterOperator operator(@Nullable JsonNode json, List<String> path) {
        var word = text(json, path);
        return Stream.of(FilterOperator.values())
                .filter(known -> known.name().equals(word))
                .findFirst()
                .orElseThrow(() -> refuse("Operators are " + Arrays.toString(FilterOperator.values()) + ".", path));
    }

    private static String text(@Nullable JsonNode json, List<String> path) {
        if (json == null || !json.isTextual()) {
            throw refuse("Expected a text.", path);
        }
        return json.textValue();
    }

    private static <T> @Nullable List<T> list(
            @Nullable JsonNode json, BiFunction<JsonNode, List<String>, T> read, List<String> path) {
        if (json == null || json.isNull()) {
            return null;
        }
        require(json.isArray(), "Expected an array.", path);
        return IntStream.range(0, json.size())
                .mapToObj(index -> read.apply(json.get(index), below(path, Integer.toString(index))))
                .toList();
    }

    private static void require(boolean holds, String message, List<String> path) {
        if (!holds) {
            throw refuse(message, path);
        }
    }

    private static InboxException refuse(String message, List<String> path) {
        return new InboxException(ErrorCode.INVALID_FILTER, message, path.toArray(String[]::new));
    }

    private static List<String> below(List<String> path, String place) {
        return Stream.concat(path.stream(), Stream.of(place)).toList();
    }
}
