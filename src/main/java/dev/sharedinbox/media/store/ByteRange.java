package dev.sharedinbox.media.store;

import java.util.Optional;
import java.util.regex.Pattern;

/// A part of a file.
///
/// @param from the first byte
/// @param length how many bytes
public record ByteRange(long from, long length) {

    /// One range as in RFC 9110; several at once are allowed there, and allowed to be ignored.
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    public static ByteRange all(long size) {
        return new ByteRange(0, size);
    }

    /// Whether a header asks for one range in a form that we understand; any other header means the whole file.
    public static boolean isUnderstood(String header) {
        var range = SINGLE.matcher(header);
        return range.matches() && !(range.group(1).isEmpty() && range.group(2).isEmpty());
    }

    /// Return the part that an understood header asks for; empty when the file has no such part.
    public static Optional<ByteRange> of(String header, long size) {
        var range = SINGLE.matcher(header);
        if (!range.matches()) {
            return Optional.empty();
        }
        var first = range.group(1);
        var last = range.group(2);
        var from = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
        var to = first.isEmpty() || last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
        return from > to ? Optional.empty() : Optional.of(new ByteRange(from, to - from + 1));
    }

    /// As the header `Content-Range` tells it.
    public String in(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
