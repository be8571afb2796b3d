package dev.sharedinbox.media.fetch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file as its message announced it.
///
/// @param businessNumberId the number it came to or went out from
/// @param providerMediaId the carrier's id of it
/// @param providerUrl where the carrier offered it at first; without an id it is all there is
/// @param sha256 its digest as the message stated it, in hex or base64
public record WantedFile(
        UUID workspaceId,
        UUID businessNumberId,
        @Nullable String providerMediaId,
        @Nullable String providerUrl,
        @Nullable String sha256) {

    @Override
    public String toString() {
        return "WantedFile[" + providerMediaId + "]";
    }
}
