package dev.sharedinbox.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells a file's media type by its first bytes, whatever its sender claims. It knows what WhatsApp carries; anything
/// else is a stream of bytes to be saved.
public final class SniffedType {

    public static final String UNKNOWN = "application/octet-stream";

    /// What a browser may show in place: none of these can carry a script.
    private static final Set<String> INLINE = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "audio/ogg",
            "audio/mpeg",
            "audio/mp4",
            "audio/aac",
            "audio/amr",
            "audio/wav",
            "video/mp4",
            "video/3gpp",
            "video/quicktime",
            "video/webm");

    private static final List<Magic> KNOWN = List.of(
            new Magic(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
            new Magic(0, "\u0089PNG\r\n\u001a\n", "image/png"),
            new Magic(0, "GIF8", "image/gif"),
            new Magic(8, "WEBP", "image/webp"),
            new Magic(8, "WAVE", "audio/wav"),
            new Magic(0, "OggS", "audio/ogg"),
            new Magic(0, "ID3", "audio/mpeg"),
            new Magic(0, "#!AMR", "audio/amr"),
            new Magic(0, "\u00ff\u00f1", "audio/aac"),
            new Magic(0, "\u00ff\u00f9", "audio/aac"),
            new Magic(0, "\u00ff\u00fb", "audio/mpeg"),
            new Magic(0, "\u00ff\u00f3", "audio/mpeg"),
            new Magic(0, "\u001aE\u00df\u00a3", "video/webm"),
            new Magic(4, "ftyp3g", "video/3gpp"),
            new Magic(4, "ftypM4A", "audio/mp4"),
            new Magic(4, "ftypqt", "video/quicktime"),
            new Magic(4, "ftyp", "video/mp4"),
            new Magic(0, "%PDF-", "application/pdf"),
            new Magic(0, "PK\u0003\u0004", "application/zip"),
            new Magic(0, "\u00d0\u00cf\u0011\u00e0", "application/x-ole-storage"));

    private SniffedType() {}

    public static String of(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        return KNOWN.stream()
                .filter(magic -> text.startsWith(magic.bytes(), magic.offset()))
                .findFirst()
                .map(Magic::type)
                .orElseGet(() -> looksLikeText(text) ? textType(text) : UNKNOWN);
    }

    public static boolean isShownInline(String type) {
        return INLINE.contains(type);
    }

    private static boolean looksLikeText(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(character -> character >= ' ' || "\t\r\n\f".indexOf(character) >= 0);
    }

    private static String textType(String text) {
        var start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "text/html";
        }
        return start.startsWith("<") ? "text/xml" : "text/plain";
    }

    /// Bytes, each written as the character of its number, and where they stand.
    private record Magic(int offset, String bytes, String type) {}
}
