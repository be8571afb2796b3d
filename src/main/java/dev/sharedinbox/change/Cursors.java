package dev.sharedinbox.change;

import dev.sharedinbox.platform.Seal;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// Turns positions into the opaque cursors that clients keep, and back. A cursor is bound to one workspace and user.
@Singleton
public final class Cursors {

    private final Seal seal;

    Cursors(Seal seal) {
        this.seal = seal;
    }

    public String encode(UUID workspaceId, UUID userId, UUID life, long position) {
        return seal.seal(context(workspaceId, userId), life + ":" + position);
    }

    /// Read a cursor back; empty when it is damaged, forged, or of another workspace or user.
    public Optional<Place> decode(UUID workspaceId, UUID userId, String cursor) {
        return seal.open(context(workspaceId, userId), cursor).map(Cursors::place);
    }

    private static String context(UUID workspaceId, UUID userId) {
        return "change:" + workspaceId + ":" + userId;
    }

    private static Place place(String text) {
        return new Place(UUID.fromString(text.substring(0, 36)), Long.parseLong(text.substring(37)));
    }

    /// Where a reader stands.
    ///
    /// @param life the life of the database in which it read
    /// @param position the newest position it has seen
    public record Place(UUID life, long position) {}
}
