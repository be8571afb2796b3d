package dev.sharedinbox.realtime.changes;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.jspecify.annotations.Nullable;

/// Lets one listener wait for a ring, and remembers a ring that nobody waited for.
final class Doorbell {

    private boolean rung;
    private @Nullable UniEmitter<? super Void> waiting;

    void ring() {
        var woken = take();
        if (woken != null) {
            woken.complete(null);
        }
    }

    /// Completes at the next ring, or at once if it rang since the last one was waited for.
    Uni<Void> rung() {
        return Uni.createFrom().emitter(emitter -> {
            if (isRung(emitter)) {
                emitter.complete(null);
            }
        });
    }

    private synchronized @Nullable UniEmitter<? super Void> take() {
        var woken = waiting;
        waiting = null;
        rung = woken == null;
        return woken;
    }

    private synchronized boolean isRung(UniEmitter<? super Void> emitter) {
        var before = rung;
        rung = false;
        waiting = before ? null : emitter;
        return before;
    }
}
