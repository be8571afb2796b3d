package dev.sharedinbox.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The secrets of one dev, demo or test installation, made at its first start and kept beside its database: the key
/// pair that signs its tokens and the key of its secrets and cursors.
///
/// @param settings the settings that carry them, name to value
public record InstallationKeys(Properties settings) {

    private static final String TOKEN_PUBLIC_KEY = "quarkus.oidc.public-key";
    private static final String TOKEN_PRIVATE_KEY = "smallrye.jwt.sign.key";
    private static final String SECRETS_KEY = "inbox.secrets.key";

    /// Read the keys kept in `directory`, or make and keep new ones.
    public static InstallationKeys in(Path directory) {
        var file = directory.resolve("installation-keys.properties");
        try {
            var settings = new Properties();
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    settings.load(reader);
                }
            } else {
                fill(settings);
                Files.createDirectories(directory);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try (var writer = Files.newBufferedWriter(file)) {
                    settings.store(writer, "Keys of this installation. Never share or commit this file.");
                }
            }
            return new InstallationKeys(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("The installation's keys cannot be kept in " + file, e);
        }
    }

    /// Tell Quarkus, which is about to start in this JVM, the keys. A setting given from outside wins.
    void publish() {
        settings.stringPropertyNames().stream()
                .filter(name -> System.getProperty(name) == null)
                .forEach(name -> System.setProperty(name, settings.getProperty(name)));
    }

    private static void fill(Properties settings) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            settings.setProperty(TOKEN_PUBLIC_KEY, base64(pair.getPublic().getEncoded()));
            settings.setProperty(TOKEN_PRIVATE_KEY, base64(pair.getPrivate().getEncoded()));
            settings.setProperty(SECRETS_KEY, base64(secret));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
