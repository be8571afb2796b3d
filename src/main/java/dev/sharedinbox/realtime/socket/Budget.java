package dev.sharedinbox.realtime.socket;

import java.time.Clock;
import java.time.Instant;

/// How many frames a client may send in a second.
public final class Budget {

    private final Clock clock;
    private final int perSecond;
    private Instant second;
    private int spent;

    public Budget(Clock clock, int perSecond) {
        this.clock = clock;
        this.perSecond = perSecond;
        second = clock.instant();
    }

    /// Spend one frame and return whether it was still within the budget.
    public boolean spend() {
        var now = clock.instant();
        if (!now.isBefore(second.plusSeconds(1))) {
            second = now;
            spent = 0;
        }
        spent++;
        return spent <= perSecond;
    }
}
