import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Sends at a steady rate, whatever the answers do, so that a slow answer does not hide those that wait behind it.
final class Pace {

    interface Step {
        /// @param index which of all
        /// @param intended when it should begin, as [System#nanoTime] tells
        void run(Connection connection, int index, long intended) throws IOException;
    }

    private Pace() {}

    static void run(URI base, int connections, int total, int perSecond, Step step) throws Exception {
        var start = System.nanoTime() + 1_000_000_000L;
        var next = new AtomicInteger();
        Connection.parallel(base, connections, connection -> {
            for (var i = next.getAndIncrement(); i < total; i = next.getAndIncrement()) {
                var intended = start + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < intended) {
                    LockSupport.parkNanos(intended - System.nanoTime());
                }
                step.run(connection, i, intended);
            }
        });
    }
}
