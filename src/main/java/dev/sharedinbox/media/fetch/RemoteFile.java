package dev.sharedinbox.media.fetch;

import java.net.URI;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Where a wanted file is just now.
///
/// @param url its address; not checked yet
/// @param sha256 its digest as the carrier states it here, in hex or base64
/// @param size its size in bytes, when the carrier says so
public record RemoteFile(
        WantedFile wanted, URI url, @Nullable String sha256, OptionalLong size) {

    /// The address is a secret for as long as it lives.
    @Override
    public String toString() {
        return "RemoteFile[" + wanted + "]";
    }
}
