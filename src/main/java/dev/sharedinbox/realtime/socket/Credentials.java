package dev.sharedinbox.realtime.socket;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.realtime.wire.Expiry;
import dev.sharedinbox.team.access.Viewer;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// What a connection lives on: a token that expires, and may be renewed by its user.
final class Credentials {

    private final LiveRoom room;
    private SecurityIdentity identity;
    private Optional<String> workspace = Optional.empty();

    Credentials(SecurityIdentity identity, LiveRoom room) {
        this.identity = identity;
        this.room = room;
    }

    /// From now on, speak as the user in this workspace.
    void choose(Optional<String> named) {
        workspace = named;
    }

    /// Read from the database who this is and what they may see now.
    Uni<Viewer> viewer() {
        return Uni.createFrom().deferred(() -> room.viewers().of(identity, workspace));
    }

    boolean areExpired() {
        return Expiry.isNear(identity, room.clock().instant());
    }

    /// Go on with a newer token; fail with `FORBIDDEN` when it is another user's, else when it is not valid.
    Uni<Void> renew(String token, Viewer before) {
        return Uni.createFrom()
                .completionStage(() -> room.security().updateSecurityIdentity(token))
                .chain(newer -> room.viewers().of(newer, workspace).invoke(viewer -> accept(newer, viewer, before)))
                .replaceWithVoid()
                .onFailure(_ -> isOthers(token))
                .transform(_ -> others());
    }

    private void accept(SecurityIdentity newer, Viewer viewer, Viewer before) {
        if (!viewer.userId().equals(before.userId())) {
            throw others();
        }
        identity = newer;
    }

    /// Nothing of the refused token is checked here: its claim only tells why it was refused.
    private boolean isOthers(String token) {
        var claimed = subject(token);
        return identity.getPrincipal() instanceof JsonWebToken own
                && claimed.isPresent()
                && !claimed.get().equals(own.getSubject());
    }

    private static Optional<String> subject(String token) {
        try {
            var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
            return Optional.ofNullable(new JsonObject(claims).getString("sub"));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException | DecodeException e) {
            return Optional.empty();
        }
    }

    private static InboxException others() {
        return new InboxException(ErrorCode.FORBIDDEN, "The token is another user's.");
    }
}
