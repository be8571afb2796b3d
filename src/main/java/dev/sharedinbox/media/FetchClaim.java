package dev.sharedinbox.media;

import dev.sharedinbox.media.BlobKey.Part;
import java.time.Instant;
import java.util.UUID;

/// A file that this node may fetch until its lease ends.
///
/// @param attempt which try this is; nobody but its holder settles it
/// @param receivedAt when the message came, and with it the carrier's time began to run
record FetchClaim(WantedFile wanted, UUID attachmentId, UUID chatId, UUID messageId, int attempt, Instant receivedAt) {

    UUID workspaceId() {
        return wanted.workspaceId();
    }

    BlobKey key(Part part) {
        return new BlobKey(workspaceId(), attachmentId, part);
    }
}
