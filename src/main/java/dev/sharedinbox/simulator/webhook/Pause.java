package dev.sharedinbox.simulator.webhook;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/// Waits without a thread.
public final class Pause {

    private Pause() {}

    public static Uni<Void> of(Duration delay) {
        return delay.isZero()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().onItem().delayIt().by(delay);
    }
}
