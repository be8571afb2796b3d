package dev.sharedinbox.whatsapp.webhook.ledger;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.UUID;

/// A body as the ledger keeps it.
///
/// @param id its id in the ledger
/// @param pluginId the plugin it came for
/// @param body the bytes as they came
public record StoredBody(UUID id, UUID pluginId, Instant receivedAt, Buffer body) {

    @Override
    public String toString() {
        return "StoredBody[" + id + "]";
    }
}
