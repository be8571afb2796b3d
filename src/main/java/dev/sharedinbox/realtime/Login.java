package dev.sharedinbox.realtime;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// The token a connection lives on.
///
/// @param identity who it speaks of
/// @param expiresAt when the connection must end unless the client sends a newer one; empty when the token says nothing
record Login(SecurityIdentity identity, Optional<Instant> expiresAt) {

    private static final String EXPIRY = "quarkus.identity.expire-time";
    /// The framework ends the connection too, at the very moment and with a code of its own. Ours comes first.
    private static final Duration EARLY = Duration.ofSeconds(1);

    static Login of(SecurityIdentity identity) {
        return new Login(
                identity,
                identity.getAttribute(EXPIRY) instanceof Long seconds
                        ? Optional.of(Instant.ofEpochSecond(seconds))
                        : Optional.empty());
    }

    /// Whether a token claims to be somebody else's. Nothing of it is checked: this only tells why it was refused.
    boolean isOthers(String token) {
        var claimed = subject(token);
        return identity.getPrincipal() instanceof JsonWebToken own
                && claimed.isPresent()
                && !claimed.get().equals(own.getSubject());
    }

    boolean isOver(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end.minus(EARLY))).isPresent();
    }

    private static Optional<String> subject(String token) {
        try {
            var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
            return Optional.ofNullable(new JsonObject(claims).getString("sub"));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException | DecodeException e) {
            return Optional.empty();
        }
    }
}
