package dev.sharedinbox.platform;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Derives one key per purpose from the installation's secret, so that no key serves two ends.
@Singleton
final class Keys {

    private static final int LENGTH = 32;
    private final byte[] root;

    Keys(InstallationKey config) {
        root = Base64.getDecoder().decode(config.key().strip());
        if (root.length != LENGTH) {
            throw new IllegalArgumentException("inbox.secrets.key must be Base64 of exactly 32 bytes");
        }
    }

    byte[] derive(String purpose) {
        return hmac(root, purpose.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
