package dev.sharedinbox.change;

import dev.sharedinbox.platform.Ids;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A committed fact.
///
/// @param position its place in the workspace's log: 1, 2, 3, ... in commit order
/// @param recordedAt when its transaction began to write it
public record Change(
        long position,
        ChangeType type,
        @Nullable UUID chatId,
        @Nullable UUID messageId,
        @Nullable UUID userId,
        JsonObject detail,
        Instant recordedAt) {

    /// The user who did it; empty when nobody did, or when it is not said.
    public Optional<UUID> by() {
        return Optional.ofNullable(detail.getString(NewChange.BY)).flatMap(Ids::parse);
    }
}
