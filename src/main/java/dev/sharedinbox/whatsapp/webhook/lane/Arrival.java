package dev.sharedinbox.whatsapp.webhook.lane;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A body on its way in.
public final class Arrival {

    private final Runnable hangUp;
    private final Consumer<Arrival> ended;
    private final long since = System.nanoTime();
    private final AtomicBoolean isOver = new AtomicBoolean();

    Arrival(Runnable hangUp, Consumer<Arrival> ended) {
        this.hangUp = hangUp;
        this.ended = ended;
    }

    /// It is read, or will never be; the second time says nothing.
    public void end() {
        if (isOver.compareAndSet(false, true)) {
            ended.accept(this);
        }
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - since > age.toNanos();
    }

    void hangUp() {
        hangUp.run();
        end();
    }
}
