package dev.sharedinbox.realtime;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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

    boolean isOver(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end.minus(EARLY))).isPresent();
    }
}
