package dev.sharedinbox.realtime.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Reads and writes frames: the one place where they are JSON.
@Singleton
final class Frames {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    Frames(ObjectMapper json) {
        reader = json.readerFor(ClientFrame.class);
        writer = json.writerFor(ServerFrame.class);
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
