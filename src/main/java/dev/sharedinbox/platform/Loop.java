package dev.sharedinbox.platform;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes a step whenever asked to, on one context, never two at once, and again for as long as a step finds more to do.
/// Being asked while a step is under way leads to another one, so that nothing asked for is missed.
public final class Loop {

    private final Context context;
    private final Supplier<Uni<Boolean>> step;
    private final Consumer<Throwable> failed;
    /// How often it was asked since it began to run; 0 when it is at rest.
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean stopped;
    private @Nullable Cancellable underWay;

    /// @param step does a piece of work and returns whether there may be more
    /// @param failed told of a step's failure, thrown or come, after which the loop rests until asked again
    public Loop(Context context, Supplier<Uni<Boolean>> step, Consumer<Throwable> failed) {
        this.context = context;
        this.step = step;
        this.failed = failed;
    }

    /// Ask for a step; returns at once, from any thread.
    public void ask() {
        if (asked.getAndIncrement() == 0) {
            go();
        }
    }

    /// Take no further step, and give up the one under way.
    public void stop() {
        stopped = true;
        context.runOnContext(_ -> {
            if (underWay != null) {
                underWay.cancel();
            }
        });
    }

    /// Each step is a task of its own, so that a long replay neither deepens the stack nor starves its event loop.
    private void go() {
        context.runOnContext(_ -> {
            if (!stopped) {
                var served = asked.get();
                underWay = Uni.createFrom()
                        .deferred(() -> step.get())
                        .subscribe()
                        .with(more -> goOn(served, more), this::rest);
            }
        });
    }

    private void goOn(int served, boolean more) {
        if (more || !asked.compareAndSet(served, 0)) {
            go();
        }
    }

    private void rest(Throwable failure) {
        asked.set(0);
        failed.accept(failure);
    }
}
