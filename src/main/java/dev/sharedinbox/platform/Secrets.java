package dev.sharedinbox.platform;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts credentials at rest with AES-256-GCM. A fresh nonce stands before each ciphertext.
@Singleton
public final class Secrets {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Secrets(Keys keys) {
        key = new SecretKeySpec(keys.derive("secrets"), "AES");
    }

    public byte[] encrypt(String secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var encrypted = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /// Return the secret that was encrypted.
    ///
    /// @throws IllegalStateException when the value was encrypted with another key or is damaged
    public String decrypt(byte[] encrypted) {
        var buffer = ByteBuffer.wrap(encrypted);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored secret cannot be read with inbox.secrets.key", e);
        }
    }
}
