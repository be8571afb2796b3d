package dev.sharedinbox.simulator.webhook;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// One webhook body on its way, until it is accepted or given up. It goes on whether or not anybody waits for it.
public final class Delivery {

    private final CompletableFuture<Answer> settled = new CompletableFuture<>();
    private volatile Answer latest = new Answer.Missing("NotTriedYet");

    Delivery() {}

    /// The final answer, or the latest one when that takes longer than `patience`.
    public Uni<Answer> within(Duration patience) {
        return Uni.createFrom()
                .completionStage(settled::copy)
                .ifNoItem()
                .after(patience)
                .recoverWithItem(() -> latest);
    }

    void answered(Answer answer) {
        latest = answer;
    }

    void settle(Answer answer) {
        latest = answer;
        settled.complete(answer);
    }
}
