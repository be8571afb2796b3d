package dev.sharedinbox.delivery;

/// Somebody else settled the delivery first: a status from the carrier, a sender or the deadline. It rolls the
/// settling transaction back.
final class Superseded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Superseded() {
        super("The delivery was settled by somebody else", null, false, false);
    }
}
