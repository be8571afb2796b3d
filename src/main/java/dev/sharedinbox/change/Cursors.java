package dev.sharedinbox.change;

import dev.sharedinbox.platform.Seal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Turns positions into the opaque cursors that clients keep, and back. A cursor is bound to one workspace and user.
@Singleton
public final class Cursors {

    private final Seal seal;

    Cursors(Seal seal) {
        this.seal = seal;
    }

    /// A cursor that says nothing about time.
    public String encode(UUID workspaceId, UUID userId, UUID life, long position) {
        return encode(workspaceId, userId, new Place(life, position, Optional.empty()));
    }

    public String encode(UUID workspaceId, UUID userId, Place place) {
        return seal.seal(context(workspaceId, userId), place.text());
    }

    /// Read a cursor back; empty when it is damaged, forged, or of another workspace or user.
    public Optional<Place> decode(UUID workspaceId, UUID userId, String cursor) {
        return seal.open(context(workspaceId, userId), cursor).map(Place::parse);
    }

    private static String context(UUID workspaceId, UUID userId) {
        return "change:" + workspaceId + ":" + userId;
    }

    /// Where a reader stands.
    ///
    /// @param life the life of the database in which it read
    /// @param position the newest position it has seen
    /// @param asOf until when it has also seen what time alone changed; empty when it was not told of that
    public record Place(UUID life, long position, Optional<Instant> asOf) {

        private static final String SEPARATOR = "@";

        private static Place parse(String text) {
            var parts = text.split("[:" + SEPARATOR + "]", 3);
            var asOf = parts.length > 2 ? Optional.of(Instant.parse(parts[2])) : Optional.<Instant>empty();
            return new Place(UUID.fromString(parts[0]), Long.parseLong(parts[1]), asOf);
        }

        private String text() {
            return life + ":" + position + asOf.map(time -> SEPARATOR + time).orElse("");
        }
    }
}
