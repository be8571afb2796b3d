package dev.sharedinbox.media.fetch;

import dev.sharedinbox.media.MediaException;
import dev.sharedinbox.media.MediaFailure;
import dev.sharedinbox.media.SniffedType;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/// Looks at a file while it streams by: is it small enough, is it the announced one, and what is it really? Good for
/// one file.
final class Inspection {

    private static final int HEAD = 1024;

    private final long maxSize;
    private final List<byte[]> expected;
    private final MessageDigest digest = sha256();
    private final byte[] head = new byte[HEAD];
    private long size;

    /// Begin with a file.
    ///
    /// @param expected digests that the file must have
    Inspection(long maxSize, List<byte[]> expected) {
        this.maxSize = maxSize;
        this.expected = expected;
    }

    /// The same content; it fails once it is too large, and at its end when it is not the announced one.
    Multi<Buffer> of(Multi<Buffer> content) {
        return content.onItem().invoke(this::take).onCompletion().invoke(this::check);
    }

    long size() {
        return size;
    }

    String type() {
        return SniffedType.of(Arrays.copyOf(head, (int) Math.min(HEAD, size)));
    }

    private void take(Buffer chunk) {
        var bytes = chunk.getBytes();
        if (size < HEAD) {
            System.arraycopy(bytes, 0, head, (int) size, (int) Math.min(bytes.length, HEAD - size));
        }
        size += bytes.length;
        if (size > maxSize) {
            throw new MediaException(MediaFailure.TOO_LARGE, "The file is larger than allowed");
        }
        digest.update(bytes);
    }

    private void check() {
        var actual = digest.digest();
        if (size == 0 || expected.stream().anyMatch(hash -> !MessageDigest.isEqual(hash, actual))) {
            throw new MediaException(MediaFailure.DAMAGED, "The file is not the announced one");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
