package dev.sharedinbox.whatsapp.webhook.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads Meta's JSON, in which every field but the envelope may be absent, null or of another type than last year.
public final class Json {

    private static final int DEEPEST = 64;
    private static final String CUT = "…";
    private static final char REPLACEMENT = '\uFFFD';

    private Json() {}

    /// The text at a path, cleaned; empty when it is absent, blank or not a scalar.
    public static Optional<String> text(JsonNode node, String... path) {
        var value = at(node, path);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(clean(value.asText())).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /// The same; null when it is absent.
    public static @Nullable String nullableText(JsonNode node, String... path) {
        return text(node, path).orElse(null);
    }

    /// The elements at a path; empty when it is absent or not an array.
    public static List<JsonNode> elements(JsonNode node, String... path) {
        var value = at(node, path);
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).toList()
                : List.of();
    }

    /// The node at a path; a missing one when there is none.
    public static JsonNode at(JsonNode node, String... path) {
        var value = node;
        for (var name : path) {
            value = value.path(name);
        }
        return value;
    }

    /// A copy as it came, without the characters that PostgreSQL cannot hold and without what lies deeper than anybody
    /// writes: whoever walks the copy later does so on a stack. The ledger keeps the body as it came.
    public static JsonObject object(JsonNode node) {
        return object(node, DEEPEST);
    }

    private static JsonObject object(JsonNode node, int levels) {
        var copy = new JsonObject();
        node.properties().forEach(field -> copy.put(clean(field.getKey()), value(field.getValue(), levels - 1)));
        return copy;
    }

    private static @Nullable Object value(JsonNode node, int levels) {
        if (node.isContainerNode() && levels == 0) {
            return CUT;
        }
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> object(node, levels);
            case ARRAY -> {
                var copy = new JsonArray();
                node.forEach(element -> copy.add(value(element, levels - 1)));
                yield copy;
            }
            case STRING, BINARY -> clean(node.asText());
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            case NULL, MISSING -> null;
        };
    }

    /// PostgreSQL holds no NUL and no half of a surrogate pair; everything else stays.
    public static String clean(String text) {
        return isClean(text) ? text : cleaned(text);
    }

    private static boolean isClean(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text) {
        var cleaned = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0)
                .forEach(point -> cleaned.appendCodePoint(isHalf(point) ? REPLACEMENT : point));
        return cleaned.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
