package dev.sharedinbox.platform.cluster;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Something that the nodes tell each other.
///
/// @param workspaceId whom it concerns
/// @param kind what listeners choose by
/// @param key while both still wait to be sent, a later signal of the same workspace, kind and key replaces an
/// earlier one
/// @param body what it says, up to 3000 bytes of UTF-8
public record Signal(UUID workspaceId, String kind, String key, String body) {

    /// A PostgreSQL notification holds less than 8000 bytes, and writing the body as part of JSON may double
    /// it.
    private static final int MOST_BYTES = 3000;

    public Signal {
        if (body.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("A signal holds at most " + MOST_BYTES + " bytes");
        }
    }

    /// A signal that says nothing but its kind, so that one that waits stands for all.
    public static Signal bare(UUID workspaceId, String kind) {
        return new Signal(workspaceId, kind, "", "");
    }
}
