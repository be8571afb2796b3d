package dev.sharedinbox.media.fetch;

import dev.sharedinbox.media.store.BlobKey;
import dev.sharedinbox.media.store.BlobKey.Part;
import java.time.Instant;
import java.util.UUID;

/// A file that this node may fetch until its lease ends.
///
/// @param attempt which try this is; nobody but its holder settles it
/// @param receivedAt when the message came, and with it the carrier's time began to run
public record FetchClaim(
        WantedFile wanted, UUID attachmentId, UUID chatId, UUID messageId, int attempt, Instant receivedAt) {

    UUID workspaceId() {
        return wanted.workspaceId();
    }

    public BlobKey key(Part part) {
        return new BlobKey(workspaceId(), attachmentId, part);
    }
}
