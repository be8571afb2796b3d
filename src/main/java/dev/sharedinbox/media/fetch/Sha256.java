package dev.sharedinbox.media.fetch;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads digests as Meta writes them: in base64 in webhooks, in hex elsewhere.
public final class Sha256 {

    private static final int BYTES = 32;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private Sha256() {}

    /// Return the digest's bytes; empty when there is none, or in a form nobody has promised.
    public static Optional<byte[]> read(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (HEX.matcher(text).matches()) {
            return Optional.of(HexFormat.of().parseHex(text));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')))
                    .filter(bytes -> bytes.length == BYTES);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
