package dev.sharedinbox.realtime.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a schema says that clients rely on: which fields there are, of what type, and which of them are always
/// there.
record Shape(Map<String, JsonNode> fields, Set<String> required) {

    static Shape of(JsonNode schema) {
        var fields = new TreeMap<String, JsonNode>();
        schema.get("properties").properties().forEach(field -> fields.put(field.getKey(), type(field.getValue())));
        return new Shape(
                fields, AsyncApiFile.words(schema.path("required")).collect(Collectors.toCollection(TreeSet::new)));
    }

    static Shape of(Class<?> record, Predicate<RecordComponent> isRequired) {
        var fields = new TreeMap<String, JsonNode>();
        var required = new TreeSet<String>();
        for (var component : record.getRecordComponents()) {
            fields.put(component.getName(), type(AsyncApiFile.YAML.valueToTree(RecordSchemas.of(component))));
            if (isRequired.test(component)) {
                required.add(component.getName());
            }
        }
        return new Shape(fields, required);
    }

    static Shape of(String type, Class<?> record, Predicate<RecordComponent> isRequired) {
        var shape = of(record, isRequired);
        shape.fields().put("type", AsyncApiFile.YAML.valueToTree(Map.of("type", "string")));
        shape.required().add("type");
        return shape;
    }

    private static JsonNode type(JsonNode schema) {
        var type = AsyncApiFile.YAML.createObjectNode();
        Stream.of("type", "$ref", "items").filter(schema::has).forEach(word -> type.set(word, schema.get(word)));
        return type;
    }
}
