package dev.sharedinbox.platform;

/// Encrypts secrets the way a running product with the same key stores them.
public final class StoredSecrets {

    private StoredSecrets() {}

    public static byte[] encrypt(String installationKey, String secret) {
        return new Secrets(new Keys(() -> installationKey)).encrypt(secret);
    }
}
