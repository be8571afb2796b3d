package dev.sharedinbox.platform;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Seals small texts that travel through clients and must come back as we gave them: cursors and links. A seal binds
/// its text to a context (a workspace, a user, a filter); opened in another context it is void.
@Singleton
public final class Seal {

    private static final int TAG_BYTES = 16;
    private static final int MAX_LENGTH = 2_000;

    private final byte[] key;

    Seal(Keys keys) {
        key = keys.derive("seal");
    }

    /// Return an opaque, URL-safe text that only [#open] with the same context gives back.
    public String seal(String context, String text) {
        var body = text.getBytes(StandardCharsets.UTF_8);
        var sealed = ByteBuffer.allocate(TAG_BYTES + body.length)
                .put(tag(context, body))
                .put(body)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /// Return the sealed text; empty when it is damaged, forged or of another context.
    public Optional<String> open(String context, String sealed) {
        if (sealed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(sealed);
            if (bytes.length < TAG_BYTES) {
                return Optional.empty();
            }
            var body = Arrays.copyOfRange(bytes, TAG_BYTES, bytes.length);
            return MessageDigest.isEqual(tag(context, body), Arrays.copyOf(bytes, TAG_BYTES))
                    ? Optional.of(new String(body, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] tag(String context, byte[] body) {
        var bound = context.getBytes(StandardCharsets.UTF_8);
        var input = ByteBuffer.allocate(Integer.BYTES + bound.length + body.length)
                .putInt(bound.length)
                .put(bound)
                .put(body)
                .array();
        return Arrays.copyOf(Keys.hmac(key, input), TAG_BYTES);
    }
}
