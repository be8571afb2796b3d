package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sharedinbox.channel.WebhookPlugin;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import dev.sharedinbox.whatsapp.webhook.body.Part;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// Walks every entry and change of a body; see [BodyWalk] for what it finds there.
@Singleton
public final class BodyReader {

    private final ObjectMapper mapper;
    private final MessageReader messages;

    BodyReader(ObjectMapper mapper, MessageReader messages) {
        this.mapper = mapper;
        this.messages = messages;
    }

    /// Read a whole body.
    ///
    /// @throws InboxException `INVALID_INPUT` when it is not a JSON object
    public List<Item> read(byte[] body, WebhookPlugin plugin, Instant now) {
        var walk = new BodyWalk(messages, plugin, now);
        var root = new Part("", "", parse(body));
        root.each("entry").forEach(entry -> entry.each("changes").forEach(change -> walk.change(entry, change)));
        return walk.items();
    }

    private JsonNode parse(byte[] body) {
        try {
            var root = mapper.readTree(body);
            if (root.isObject()) {
                return root;
            }
        } catch (IOException e) {
            throw notAnObject();
        }
        throw notAnObject();
    }

    /// Says nothing of the body: it may hold a customer's words.
    private static InboxException notAnObject() {
        return InboxException.invalid("The body is not a JSON object.");
    }
}
