package dev.sharedinbox.simulator.graph.media;

import dev.sharedinbox.simulator.webhook.WebhookSignature;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Makes and checks the links from which media are downloaded. A link lives five minutes; after that the media id has
/// to be looked up again.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class MediaLinks {

    static final String PATH = "/simulator/lookaside/attachments";

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Clock clock;
    private final WebhookSignature signature;

    MediaLinks(Clock clock, WebhookSignature signature) {
        this.clock = clock;
        this.signature = signature;
    }

    /// A fresh link below the server at `base`.
    public String to(URI base, MediaItem item) {
        var expires = clock.instant().plus(LIFE).getEpochSecond();
        return base.resolve(PATH + "/?mid=" + item.id() + "&ext=" + expires + "&hash=" + hash(item.id(), expires))
                .toString();
    }

    /// Whether the link was made here and still lives.
    boolean isGood(String mediaId, long expires, String hash) {
        var expected = hash(mediaId, expires).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, hash.getBytes(StandardCharsets.UTF_8))
                && Instant.ofEpochSecond(expires).isAfter(clock.instant());
    }

    private String hash(String mediaId, long expires) {
        var signed = (mediaId + "." + expires).getBytes(StandardCharsets.UTF_8);
        return "AR" + signature.hex(signed).substring(0, 22);
    }
}
