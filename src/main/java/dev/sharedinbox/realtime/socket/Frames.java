package dev.sharedinbox.realtime.socket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/// Reads and writes frames: the one place where they are JSON.
@Singleton
final class Frames {

    private static final JsonFactory JSON = new JsonFactory();
    /// How many characters of a frame are looked at for what it is known by.
    private static final int BEGINNING = 500;

    private final ObjectReader reader;
    private final ObjectWriter writer;

    Frames(ObjectMapper json) {
        reader = json.readerFor(ClientFrame.class);
        writer = json.writerFor(ServerFrame.class);
    }

    /// Read what a client knows a frame by, as far as it stands at the beginning of it, at no more cost than that of a
    /// few words.
    static Heading heading(String text) {
        var beginning = text.substring(0, Math.min(text.length(), BEGINNING));
        String type = null;
        String id = null;
        try (var json = JSON.createParser(beginning)) {
            var first = json.nextToken();
            while (first == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                var value = json.nextToken() == JsonToken.VALUE_STRING ? json.getText() : null;
                type = name.equals("type") ? value : type;
                id = name.equals("id") ? value : id;
                json.skipChildren();
            }
        } catch (IOException e) {
            return new Heading(type, id);
        }
        return new Heading(type, id);
    }

    /// Read a frame; empty when it is not JSON of the promised form.
    Optional<ClientFrame> read(String text) {
        try {
            return Optional.ofNullable(reader.readValue(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String write(ServerFrame frame) {
        try {
            return writer.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every frame of ours can be written as JSON", e);
        }
    }
}
