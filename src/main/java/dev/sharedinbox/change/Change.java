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

    static final String ABOUT_USER = "aboutUser";

    /// The user that a fact of interest to everybody is about; empty when it is about none.
    public Optional<UUID> aboutUser() {
        return Optional.ofNullable(detail.getString(ABOUT_USER)).flatMap(Ids::parse);
    }
}
