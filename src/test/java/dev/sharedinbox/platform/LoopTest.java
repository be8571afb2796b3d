package dev.sharedinbox.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger steps = new AtomicInteger();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void step_isTakenAgainWhileThereIsMore() {
        var loop = loop(step -> Uni.createFrom().item(step < 5));

        loop.ask();

        await().until(() -> steps.get() == 5);
    }

    @Test
    void stepThatFailsOrThrows_isToldAndAnotherIsTakenWhenAskedAgain() {
        var loop = loop(step -> switch (step) {
            case 1 -> throw new IllegalStateException("thrown");
            case 2 -> Uni.createFrom().failure(new IllegalStateException("failed"));
            default -> Uni.createFrom().item(false);
        });

        for (int step = 1; step <= 3; step++) {
            var taken = step;
            loop.ask();
            await().until(() -> steps.get() == taken);
            await().until(() -> failures.size() == Math.min(taken, 2));
        }

        assertThat(failures).extracting(Throwable::getMessage).containsExactly("thrown", "failed");
    }

    private Loop loop(Step step) {
        return new Loop(vertx.getOrCreateContext(), () -> step.take(steps.incrementAndGet()), failures::add);
    }

    private interface Step {
        Uni<Boolean> take(int number);
    }
}
