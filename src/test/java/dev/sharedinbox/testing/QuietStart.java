package dev.sharedinbox.testing;

import dev.sharedinbox.simulator.world.Reset;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.time.Duration;
import java.time.Instant;

/// Lets each test begin in a world that has nothing more to say about earlier ones. Without it the simulator tells of
/// their messages for seconds, and a test that watches the whole feed finds a stranger's status in it.
public final class QuietStart implements QuarkusTestBeforeEachCallback {

    /// Some tests leave a message that can never be sent; the next ones do not wait for it.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String UNDER_WAY = """
            select (select count(*) from delivery where state = 'CALLING' or state = 'READY' and due_at <= now())
                + (select count(*) from attachment where state = 'PENDING' and next_attempt_at <= now())
            """;

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        if (isPackaged()) {
            return;
        }
        leave();
        Arc.container().beanManager().getEvent().select(Reset.class).fire(new Reset());
    }

    /// A packaged product runs in a process of its own.
    private static boolean isPackaged() {
        return Arc.container() == null;
    }

    private static void leave() {
        var end = Instant.now().plus(PATIENCE);
        while (Database.count(UNDER_WAY) > 0 && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
    }
}
