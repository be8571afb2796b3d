package dev.sharedinbox.media.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.time.Instant;

/// Where files are kept. A blob is there as a whole or not at all. Failures of the store itself arrive as
/// [MediaException] with `NOT_STORED`.
public interface BlobStore {

    /// Keep all of `content`, in place of what had the key before. When the content fails, its failure is passed on
    /// and nothing is kept; so a content that checks itself at its end is never kept before it was checked.
    Uni<Void> put(BlobKey key, Multi<Buffer> content);

    /// Open a part of a blob. The bytes must be subscribed to, which closes it at the end or at cancellation.
    Uni<Multi<Buffer>> get(BlobKey key, ByteRange range);

    /// Remove a blob; fine when there is none.
    Uni<Void> delete(BlobKey key);

    Uni<Boolean> exists(BlobKey key);

    /// Remove what is left of puts that began before a time and came to no end, say because their node died. Such
    /// remains are never visible under a key; they only take up space.
    ///
    /// @return how many there were
    Uni<Integer> sweep(Instant before);
}
