package dev.sharedinbox.whatsapp.webhook.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A part of a webhook body.
///
/// @param path where it is, such as `entry[0].changes[1].value`; blank for the whole body
/// @param field Meta's name of the webhook field it came under
/// @param value what it says; a missing node when there is no such part
public record Part(String path, String field, JsonNode value) {

    /// The part of a name.
    public Part in(String name) {
        return new Part(inside(name), field, value.path(name));
    }

    /// The elements of a list of a name; none when there is no such list.
    public Stream<Part> each(String name) {
        var list = value.path(name);
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Part(inside(name) + "[" + i + "]", field, list.path(i)));
    }

    /// Read it as an item; whatever goes wrong fails this item alone.
    public Item read(Function<JsonNode, Incoming> reader) {
        try {
            return new Item.Understood(path, field, reader.apply(value));
        } catch (MalformedException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return failed("unreadable: " + e.getClass().getSimpleName());
        }
    }

    /// Keep it as an item that nothing reads.
    public Item kept(String reason) {
        return new Item.Kept(path, field, reason);
    }

    private Item failed(String reason) {
        return new Item.Failed(path, field, reason);
    }

    private String inside(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
