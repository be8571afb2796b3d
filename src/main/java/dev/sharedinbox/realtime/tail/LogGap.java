package dev.sharedinbox.realtime.tail;

import dev.sharedinbox.change.Change;
import java.util.List;

/// Thrown when the change after a position is not the next one: retention removed it. Whoever stood there cannot be
/// brought up to date by events.
public final class LogGap extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LogGap(long expected, long found) {
        super("The log goes on at " + found + " where " + expected + " was expected", null, false, false);
    }

    /// Make sure that changes follow a position and each other without a gap.
    static void check(long after, List<Change> changes) {
        var expected = after;
        for (var change : changes) {
            expected++;
            if (change.position() != expected) {
                throw new LogGap(expected, change.position());
            }
        }
    }
}
