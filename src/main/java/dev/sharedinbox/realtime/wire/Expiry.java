package dev.sharedinbox.realtime.wire;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Duration;
import java.time.Instant;

/// When the token ends that a connection lives on.
public final class Expiry {

    private static final String ATTRIBUTE = "quarkus.identity.expire-time";
    /// The framework ends the connection too, at the very moment and with a code of its own. Ours comes first.
    private static final Duration EARLY = Duration.ofSeconds(1);

    private Expiry() {}

    /// Whether it is over, or will be in a second.
    public static boolean isNear(SecurityIdentity identity, Instant now) {
        return identity.getAttribute(ATTRIBUTE) instanceof Long seconds
                && !now.isBefore(Instant.ofEpochSecond(seconds).minus(EARLY));
    }
}
