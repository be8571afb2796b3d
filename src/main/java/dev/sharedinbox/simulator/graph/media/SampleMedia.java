package dev.sharedinbox.simulator.graph.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The media that simulated customers send: one small file of each kind.
public enum SampleMedia {
    IMAGE("image", "photo.jpg", "image/jpeg"),
    VIDEO("video", "clip.mp4", "video/mp4"),
    AUDIO("audio", "voice.ogg", "audio/ogg; codecs=opus"),
    DOCUMENT("document", "order-sheet.pdf", "application/pdf"),
    STICKER("sticker", "sticker.webp", "image/webp");

    private final String type;
    private final String file;
    private final String mimeType;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out
    private final byte[] bytes;

    SampleMedia(String type, String file, String mimeType) {
        this.type = type;
        this.file = file;
        this.mimeType = mimeType;
        this.bytes = read(file);
    }

    /// The sample for messages of this type; nothing for types without media.
    public static Optional<SampleMedia> ofType(String type) {
        return Arrays.stream(values())
                .filter(sample -> sample.type.equals(type))
                .findFirst();
    }

    /// Its name.
    public String file() {
        return file;
    }

    /// Its type.
    public String mimeType() {
        return mimeType;
    }

    /// Whether a message with it may say something, too.
    public boolean mayHaveCaption() {
        return this == IMAGE || this == VIDEO || this == DOCUMENT;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int size() {
        return bytes.length;
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] read(String file) {
        try (var stream = SampleMedia.class.getResourceAsStream("/simulator/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("The sample " + file + " is not in this build");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The sample " + file + " cannot be read", e);
        }
    }
}
