package dev.sharedinbox.media;

import org.jspecify.annotations.Nullable;

/// A file could not be fetched or kept. The message is for the log and says nothing of the customer or the file.
public final class MediaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final MediaFailure failure;

    public MediaException(MediaFailure failure, String message) {
        this(failure, message, null);
    }

    public MediaException(MediaFailure failure, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.failure = failure;
    }

    /// Whatever a store reports: it did not take or give the file.
    public static MediaException ofStore(Throwable cause) {
        return cause instanceof MediaException known
                ? known
                : new MediaException(MediaFailure.NOT_STORED, "The store failed: " + cause, cause);
    }

    public MediaFailure failure() {
        return failure;
    }
}
