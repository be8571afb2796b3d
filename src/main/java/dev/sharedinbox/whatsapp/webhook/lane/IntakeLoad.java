package dev.sharedinbox.whatsapp.webhook.lane;

/// How much of one kind is under way, and how much may be. Whoever uses it guards it.
final class IntakeLoad {

    private final int maxWaiting;
    private final long maxBytes;
    private int waiting;
    private long bytes;

    /// Set the bounds.
    ///
    /// @param maxWaiting deliveries that wait for a writer
    /// @param maxBytes bytes of all that wait or are being written
    IntakeLoad(int maxWaiting, long maxBytes) {
        this.maxWaiting = maxWaiting;
        this.maxBytes = maxBytes;
    }

    /// Let one more delivery wait, if it fits in.
    boolean admit(int size) {
        var fits = waiting < maxWaiting && bytes + size <= maxBytes;
        if (fits) {
            waiting++;
            bytes += size;
        }
        return fits;
    }

    /// A writer took one.
    void begin() {
        waiting--;
    }

    /// One is stored or refused.
    void end(int size) {
        bytes -= size;
    }

    int waiting() {
        return waiting;
    }
}
