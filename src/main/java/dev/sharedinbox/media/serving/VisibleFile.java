package dev.sharedinbox.media.serving;

import dev.sharedinbox.media.fetch.Thumbnail;
import dev.sharedinbox.media.store.BlobKey;
import dev.sharedinbox.media.store.BlobKey.Part;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that somebody may see.
///
/// @param kind IMAGE, VIDEO, AUDIO, DOCUMENT or STICKER
/// @param type what it really is
/// @param name as its sender called it
/// @param thumbnailSize the size of its thumbnail in bytes; zero without one
record VisibleFile(
        UUID workspaceId,
        UUID id,
        String kind,
        String type,
        @Nullable String name,
        long size,
        long thumbnailSize) {

    BlobKey key(Part part) {
        return new BlobKey(workspaceId, id, part);
    }

    long size(Part part) {
        return switch (part) {
            case FILE -> size;
            case THUMBNAIL -> thumbnailSize;
        };
    }

    String type(Part part) {
        return switch (part) {
            case FILE -> type;
            case THUMBNAIL -> Thumbnail.TYPE;
        };
    }

    /// The bytes of an attachment never change, so its name is all that tells one from another.
    String etag(Part part) {
        return "\"" + id + "-" + part + "\"";
    }
}
