package dev.sharedinbox.platform.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import graphql.ExecutionResult;
import io.smallrye.graphql.execution.ExecutionResponse;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer without errors, written as text in one pass; SmallRye would build a tree of JSON objects of it first.
final class JsonAnswer extends ExecutionResponse {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_SIZE = 32 * 1024;

    JsonAnswer(ExecutionResult result) {
        super(result);
    }

    @Override
    public String getExecutionResultAsString() {
        var text = new StringWriter(USUAL_SIZE);
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeFieldName("data");
            write(json, getExecutionResult().getData());
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("A text can always be written to", e);
        }
        return text.toString();
    }

    /// The engine makes answers of nothing but these kinds.
    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case JsonValue raw -> json.writeRawValue(raw.toString());
            case Map<?, ?> fields -> writeFields(json, fields);
            case Collection<?> items -> writeItems(json, items);
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Enum<?> word -> json.writeString(word.name());
            default -> throw new IllegalStateException("No answer holds a " + value.getClass());
        }
    }

    private static void writeFields(JsonGenerator json, Map<?, ?> fields) throws IOException {
        json.writeStartObject();
        for (var field : fields.entrySet()) {
            json.writeFieldName((String) field.getKey());
            write(json, field.getValue());
        }
        json.writeEndObject();
    }

    private static void writeItems(JsonGenerator json, Collection<?> items) throws IOException {
        json.writeStartArray();
        for (var item : items) {
            write(json, item);
        }
        json.writeEndArray();
    }
}
