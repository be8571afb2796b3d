package dev.sharedinbox.whatsapp.webhook.ledger;

import dev.sharedinbox.channel.WebhookPlugin;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A webhook body that is to be stored.
///
/// @param id its id in the ledger
/// @param body the bytes as they came
/// @param items what was read in it
public record Delivery(UUID id, WebhookPlugin plugin, Instant receivedAt, Buffer body, List<Item> items) {

    private static final String HISTORY = "history";

    /// The same body, read as something else.
    public Delivery with(List<Item> others) {
        return new Delivery(id, plugin, receivedAt, body, others);
    }

    /// Which lane it takes.
    public IntakeKind kind() {
        var isImport = items.stream().anyMatch(item -> item.field().equals(HISTORY));
        return isImport ? IntakeKind.IMPORT : IntakeKind.LIVE;
    }

    /// How many of its items were not turned into chats.
    public long unstored() {
        return items.stream().filter(item -> !(item instanceof Item.Understood)).count();
    }

    @Override
    public String toString() {
        return "Delivery[" + id + ", " + items.size() + " items]";
    }
}
