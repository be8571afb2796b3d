package dev.sharedinbox.media.serving;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// Writes the header `Content-Disposition` of RFC 6266 for names that strangers chose.
final class FileNames {

    private static final int LONGEST = 150;
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";

    private FileNames() {}

    /// The whole header for a file.
    ///
    /// @param inline whether the browser may show it in place
    static String disposition(VisibleFile file, boolean inline) {
        var name = name(file);
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii(name) + "\"; filename*=UTF-8''"
                + encoded(name);
    }

    private static String name(VisibleFile file) {
        var given = file.name() == null ? "" : safe(file.name());
        return given.isEmpty() ? file.kind().toLowerCase(Locale.ROOT) + extension(file.type()) : given;
    }

    /// Without what moves between folders, ends lines, or turns the reading direction to make an `.exe` look like a
    /// picture.
    private static String safe(String name) {
        var clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}/\\\\:*?\"<>|]", "_")
                .strip()
                .replaceFirst("^\\.+", "_");
        return clean.length() <= LONGEST ? clean : clean.substring(clean.length() - LONGEST);
    }

    private static String ascii(String name) {
        return name.replaceAll("[^\\x20-\\x7e]", "_").replace("%", "_").replace(";", "_");
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static String extension(String type) {
        return switch (type) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/gif" -> ".gif";
            case "image/webp" -> ".webp";
            case "audio/ogg" -> ".ogg";
            case "audio/mpeg" -> ".mp3";
            case "audio/mp4" -> ".m4a";
            case "audio/amr" -> ".amr";
            case "audio/aac" -> ".aac";
            case "video/mp4" -> ".mp4";
            case "video/3gpp" -> ".3gp";
            case "application/pdf" -> ".pdf";
            case "text/plain" -> ".txt";
            default -> ".bin";
        };
    }
}
