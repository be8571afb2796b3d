package dev.sharedinbox.whatsapp.graph;

/// Something went wrong on our side before Meta was called.
final class NothingSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingSentException(Throwable cause) {
        super(cause);
    }
}
