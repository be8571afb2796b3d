package dev.sharedinbox.realtime.presence;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.cluster.Signal;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What nodes tell each other of one connection: what it does now, or that it does it no more. It says how
/// long it counts and not until when, because the clocks of nodes differ.
///
/// @param presence null when it ended
record Announcement(
        Doing doing, UUID connectionId, @Nullable Presence presence) {

    static final String KIND = "presence";

    static Announcement of(Presence presence) {
        return new Announcement(presence.doing(), presence.connectionId(), presence);
    }

    static Announcement ended(Presence presence) {
        return new Announcement(presence.doing(), presence.connectionId(), null);
    }

    Signal signal(UUID workspaceId, Instant now) {
        var body = JsonObject.of("doing", doing.word(), "connection", connectionId.toString());
        if (presence != null) {
            body.put("chat", presence.chatId().toString())
                    .put("user", presence.person().id().toString())
                    .put("name", presence.person().name())
                    .put("ms", Duration.between(now, presence.expiresAt()).toMillis());
        }
        return new Signal(workspaceId, KIND, doing.word() + connectionId, body.encode());
    }

    /// Read what another node said; empty when this version does not understand it.
    static Optional<Announcement> read(String body, Instant now) {
        try {
            var said = new JsonObject(body);
            var connection = id(said, "connection");
            return Doing.of(said.getString("doing", ""))
                    .flatMap(doing -> connection.map(id -> new Announcement(
                            doing, id, presence(said, doing, id, now).orElse(null))));
        } catch (DecodeException | ClassCastException _) {
            return Optional.empty();
        }
    }

    private static Optional<Presence> presence(JsonObject said, Doing doing, UUID connection, Instant now) {
        var expiresAt = now.plusMillis(said.getLong("ms", 0L));
        return id(said, "chat")
                .flatMap(chat -> id(said, "user")
                        .map(user -> new Person(user, said.getString("name", "")))
                        .map(person -> new Presence(doing, chat, connection, person, expiresAt)));
    }

    private static Optional<UUID> id(JsonObject said, String field) {
        return Optional.ofNullable(said.getString(field)).flatMap(Ids::parse);
    }
}
