package dev.sharedinbox.simulator.graph.media;

import java.nio.file.Path;
import java.time.Instant;

/// A medium on the shelf.
///
/// @param sha256 in hex
/// @param number the business number it belongs to, as `phone_number_id`
public record MediaItem(
        String id, String number, String mimeType, String sha256, long size, Content content, Instant expiresAt) {

    /// Where the bytes are.
    public sealed interface Content {

        /// In a file of this process, deleted with the item.
        record InFile(Path path) implements Content {}

        /// In the sample that every item of its kind shares.
        record Shared(SampleMedia sample) implements Content {}
    }
}
