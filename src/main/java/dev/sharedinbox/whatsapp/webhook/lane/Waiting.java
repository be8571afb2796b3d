package dev.sharedinbox.whatsapp.webhook.lane;

import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.whatsapp.webhook.ledger.Delivery;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// A delivery and whoever waits for its commit. It is answered once; what comes later says nothing.
final class Waiting {

    private final Delivery delivery;
    private final UniEmitter<? super Void> emitter;
    private final long since = System.nanoTime();
    private final AtomicBoolean answered = new AtomicBoolean();

    Waiting(Delivery delivery, UniEmitter<? super Void> emitter) {
        this.delivery = delivery;
        this.emitter = emitter;
    }

    Delivery delivery() {
        return delivery;
    }

    int bytes() {
        return delivery.body().length();
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - since > age.toNanos();
    }

    void stored() {
        if (answered.compareAndSet(false, true)) {
            emitter.complete(null);
        }
    }

    /// Return whether this is the answer, because there was none yet.
    boolean refuse(InboxException why) {
        var isFirst = answered.compareAndSet(false, true);
        if (isFirst) {
            emitter.fail(why);
        }
        return isFirst;
    }
}
