package dev.sharedinbox.realtime.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.io.IOException;

/// Teaches Jackson to write a message's `content` as the JSON it is. To Jackson it would be a map of parser objects.
@Singleton
final class JsonContent implements ObjectMapperCustomizer {

    JsonContent() {}

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule().addSerializer(JsonObject.class, new AsItIs()));
    }

    private static final class AsItIs extends JsonSerializer<JsonObject> {
        @Override
        public void serialize(JsonObject content, JsonGenerator json, SerializerProvider serializers)
                throws IOException {
            json.writeRawValue(content.toString());
        }
    }
}
