package dev.sharedinbox.whatsapp.webhook;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Meta's proof that a body is its own: HMAC-SHA256 of exactly the bytes received, keyed by the app's secret, see
/// "Create a webhook endpoint" in the Cloud API's documentation.
final class Signature {

    private static final String PREFIX = "sha256=";
    private static final int BYTES = 32;

    private Signature() {}

    /// Whether the header signs the body with one of the secrets; several are valid while one is being rotated.
    static boolean isValid(@Nullable String header, byte[] body, List<byte[]> secrets) {
        if (header == null || !header.startsWith(PREFIX) || header.length() != PREFIX.length() + 2 * BYTES) {
            return false;
        }
        try {
            var claimed = HexFormat.of().parseHex(header, PREFIX.length(), header.length());
            var valid = false;
            for (var secret : secrets) {
                valid |= MessageDigest.isEqual(claimed, sign(secret, body));
            }
            return valid;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] sign(byte[] secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
