package dev.sharedinbox.filter;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/// A filter as a client wrote it: rules joined by all and any. Nothing in it is checked; see [Catalogue#check].
public sealed interface Filter {

    /// Holds where every part holds; without parts it always holds.
    record All(List<Filter> parts) implements Filter {}

    /// Holds where at least one part holds; without parts it never holds.
    record Any(List<Filter> parts) implements Filter {}

    /// One comparison.
    record Rule(String field, FilterOperator operator, List<String> values) implements Filter {}

    /// The same filter as JSON, in the form clients write it. Equal filters give equal JSON, different ones different.
    default JsonObject toJson() {
        return switch (this) {
            case All(var parts) -> JsonObject.of("all", array(parts));
            case Any(var parts) -> JsonObject.of("any", array(parts));
            case Rule(var field, var operator, var values) ->
                JsonObject.of(
                        "rule",
                        JsonObject.of("field", field, "operator", operator.name(), "values", new JsonArray(values)));
        };
    }

    /// Read what [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when it is not of that form
    static Filter of(JsonObject json) {
        if (json.getValue("rule") instanceof JsonObject rule) {
            var values =
                    rule.getJsonArray("values").stream().map(String.class::cast).toList();
            return new Rule(rule.getString("field"), FilterOperator.valueOf(rule.getString("operator")), values);
        }
        if (json.getValue("any") instanceof JsonArray parts) {
            return new Any(parts(parts));
        }
        if (json.getValue("all") instanceof JsonArray parts) {
            return new All(parts(parts));
        }
        throw new IllegalArgumentException("A filter is one of all, any and rule");
    }

    private static List<Filter> parts(JsonArray parts) {
        return parts.stream().map(part -> of((JsonObject) part)).toList();
    }

    private static JsonArray array(List<Filter> parts) {
        return new JsonArray(parts.stream().map(Filter::toJson).toList());
    }
}
