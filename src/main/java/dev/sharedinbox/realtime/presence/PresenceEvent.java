package dev.sharedinbox.realtime.presence;

import io.vertx.core.json.JsonObject;
import java.util.UUID;

/// What clients are told of typing and viewing.
///
/// @param connectionId whose doing it is; that connection is not told
/// @param json the event as clients get it
public record PresenceEvent(Doing doing, UUID chatId, UUID connectionId, String json) {

    static PresenceEvent of(Presence presence, boolean on) {
        var user = JsonObject.of(
                "id",
                presence.person().id().toString(),
                "name",
                presence.person().name());
        var event = JsonObject.of(
                "type",
                presence.doing().word(),
                "chatId",
                presence.chatId().toString(),
                "user",
                user,
                "on",
                on,
                "expiresAt",
                presence.expiresAt().toString());
        return new PresenceEvent(presence.doing(), presence.chatId(), presence.connectionId(), event.encode());
    }

    @Override
    public String toString() {
        return "PresenceEvent[" + doing + "]";
    }
}
