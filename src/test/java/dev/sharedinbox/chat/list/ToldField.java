package dev.sharedinbox.chat.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.testing.GraphQl;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A field of filters as a front end learns of it.
record ToldField(
        String name, String type, List<String> operators, List<String> options, String lookup, Integer longestKey) {

    /// Of nothing.
    static final String ANY_ID = UUID.randomUUID().toString();

    static List<ToldField> all() {
        return GraphQl.as("maya")
                .query("{ chatFilterFields { name label type operators options { value label } lookup longestKey } }")
                .<Map<String, Object>>list("chatFilterFields")
                .stream()
                .map(ToldField::of)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static ToldField of(Map<String, Object> field) {
        assertThat((String) field.get("label")).isNotBlank();
        var options = ((List<Map<String, String>>) field.get("options"))
                .stream().map(option -> option.get("value")).collect(Collectors.toList());
        return new ToldField(
                (String) field.get("name"),
                (String) field.get("type"),
                (List<String>) field.get("operators"),
                options,
                (String) field.get("lookup"),
                (Integer) field.get("longestKey"));
    }

    String inRules() {
        return longestKey == null ? name : name + "." + "k".repeat(longestKey);
    }

    List<String> values() {
        return switch (type) {
            case "ENUM", "ENUM_SET", "BOOLEAN" -> options;
            case "ID" -> Stream.concat(options.stream(), Stream.of(ANY_ID)).toList();
            case "TAGS" -> List.of(ANY_ID);
            case "TEXT" -> List.of("0049 151");
            case "NUMBER" -> List.of("-3", "2.50");
            case "TIMESTAMP" ->
                Stream.concat(options.stream(), Stream.of("2026-01-31", "2026-01-31T09:30:00Z"))
                        .toList();
            default -> throw new AssertionError(type);
        };
    }

    /// Each value there is, alone or, where an operator wants several, among others.
    Stream<List<String>> values(FilterOperator operator) {
        return switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> Stream.of(List.of());
            case WITHIN_LAST, OLDER_THAN, WITHIN_NEXT -> Stream.of(List.of("7d"), List.of("PT24H"));
            case ON -> Stream.concat(options.stream(), Stream.of("2026-01-31")).map(List::of);
            case BETWEEN -> Stream.of(List.of(values().getFirst(), values().getLast()));
            case IN, NOT_IN, ANY_OF, ALL_OF, NONE_OF ->
                Stream.of(values().stream().limit(100).toList());
            default -> values().stream().limit(3).map(List::of);
        };
    }
}
