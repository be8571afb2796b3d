package dev.sharedinbox.realtime.socket;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.team.access.Permission;
import jakarta.json.JsonObject;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;

/// What the JSON of our records looks like, as JSON Schema read from the code: the other side of `asyncapi.yml`.
final class RecordSchemas {

    /// Enums that are named on their own because frames written by hand refer to them.
    private static final Set<Class<?>> NAMED = Set.of(ErrorCode.class, Permission.class, FilterOperator.class);

    private final Map<String, Map<String, Object>> byName = new TreeMap<>();

    /// The schemas of these types and of all that they carry, by name.
    static Map<String, Map<String, Object>> of(Class<?>... types) {
        var schemas = new RecordSchemas();
        Stream.of(types).forEach(schemas::refer);
        return schemas.byName;
    }

    /// The schema of one component, with references to the types it carries and nothing said about null.
    static Map<String, Object> of(RecordComponent component) {
        return new RecordSchemas().plain(component);
    }

    static boolean isNullable(RecordComponent component) {
        return Stream.<AnnotatedElement>of(component, component.getAnnotatedType(), component.getAccessor())
                .flatMap(element -> Stream.of(element.getAnnotations()))
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getSimpleName().equals("Nullable"));
    }

    private Map<String, Object> refer(Class<?> type) {
        var name = name(type);
        if (!byName.containsKey(name)) {
            byName.put(name, Map.of());
            byName.put(name, type.isEnum() ? words(type) : object(type));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> object(Class<?> type) {
        var components = List.of(type.getRecordComponents());
        var properties = new LinkedHashMap<String, Object>();
        components.forEach(component -> properties.put(component.getName(), described(component)));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        describe(type, schema);
        schema.put("required", components.stream().map(RecordComponent::getName).toList());
        schema.put("properties", properties);
        return schema;
    }

    private Map<String, Object> described(RecordComponent component) {
        var schema = new LinkedHashMap<>(plain(component));
        if (schema.containsKey("$ref")) {
            return isNullable(component) ? orNull(component, schema) : schema;
        }
        if (isNullable(component)) {
            schema.put("type", List.of(schema.get("type"), "null"));
            schema.computeIfPresent(
                    "enum",
                    (_, words) -> Stream.concat(((List<?>) words).stream(), Stream.of((Object) null))
                            .toList());
        }
        describe(component.getAccessor(), schema);
        return schema;
    }

    private static Map<String, Object> orNull(RecordComponent component, Map<String, Object> reference) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("oneOf", List.of(reference, Map.of("type", "null")));
        describe(component.getAccessor(), schema);
        return schema;
    }

    private Map<String, Object> plain(RecordComponent component) {
        if (component.isAnnotationPresent(JsonRawValue.class)
                || component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
            return Map.of("$ref", "#/components/schemas/Event");
        }
        return schema(component.getGenericType());
    }

    private Map<String, Object> schema(Type type) {
        return switch (type) {
            case ParameterizedType list -> ordered("type", "array", "items", schema(list.getActualTypeArguments()[0]));
            case Class<?> known when SIMPLE.containsKey(known) -> SIMPLE.get(known);
            case Class<?> words when words.isEnum() && !NAMED.contains(words) -> words(words);
            case Class<?> named -> refer(named);
            default -> throw new IllegalArgumentException("No schema for " + type);
        };
    }

    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(UUID.class, ordered("type", "string", "format", "uuid")),
            Map.entry(Instant.class, ordered("type", "string", "format", "date-time")),
            Map.entry(int.class, Map.of("type", "integer")),
            Map.entry(Integer.class, Map.of("type", "integer")),
            Map.entry(long.class, Map.of("type", "integer")),
            Map.entry(Long.class, Map.of("type", "integer")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(LocalDate.class, ordered("type", "string", "format", "date")),
            Map.entry(JsonObject.class, Map.of("type", "object")),
            Map.entry(JsonNode.class, Map.of("$ref", "#/components/schemas/ChatFilter")));

    private static Map<String, Object> words(Class<?> type) {
        return ordered(
                "type",
                "string",
                "enum",
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }

    private static void describe(AnnotatedElement element, Map<String, Object> schema) {
        Optional.ofNullable(element.getAnnotation(Description.class))
                .ifPresent(description -> schema.put("description", description.value()));
    }

    /// The name that GraphQL gives the type, else the record's own without what it is.
    private static String name(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(org.eclipse.microprofile.graphql.Type.class))
                .map(named -> named.value())
                .orElseGet(() -> type.getSimpleName()
                        .replaceAll("(View|Json|Input)$", "")
                        .replaceAll("^Who$", "Viewer"));
    }

    private static Map<String, Object> ordered(String key, Object value, String other, Object otherValue) {
        var map = new LinkedHashMap<String, Object>();
        map.put(key, value);
        map.put(other, otherValue);
        return map;
    }
}
