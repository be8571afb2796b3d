import java.net.URI;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// How many messages a second are answered 200, with as many deliveries under way as the connections allow.
final class IntakeRate {

    /// Meta delivers in parallel; what waits for the same commit shares it.
    static final int CONNECTIONS = 256;

    private static final String BASELINE = "pgbench single-row transactions";

    private final URI base;
    private final int seconds;
    private final Cpu cpu;
    private final Webhooks webhooks;

    IntakeRate(URI base, int seconds, Cpu cpu, Webhooks webhooks) {
        this.base = base;
        this.seconds = seconds;
        this.cpu = cpu;
        this.webhooks = webhooks;
    }

    void run() throws Exception {
        var insert = Bench.baseline("BENCH_PGBENCH_INSERT");
        rate(Math.max(15, seconds), 1);
        analyze();
        cpu.mark();
        var single = rate(seconds, 1);
        Bench.report("intake, one message per POST, per second", single, insert, BASELINE, cpu.since());
        cpu.mark();
        var batched = rate(seconds, 20);
        Bench.report("intake, 20 messages per POST, per second", batched, insert, BASELINE, cpu.since());
    }

    /// Tell a database that was empty a moment ago how its tables have grown, as it finds out by itself within a minute
    /// and as the baseline's tables are told too.
    private static void analyze() throws Exception {
        new ProcessBuilder("psql", "-qc", "analyze").inheritIO().start().waitFor();
    }

    private double rate(int duration, int perPost) throws Exception {
        var bodies = new ArrayList<byte[]>();
        for (var i = 0; i < (perPost == 1 ? 12_000 : 3_500) * duration; i++) {
            bodies.add(webhooks.messages(perPost));
        }
        var next = new AtomicInteger();
        var stored = new AtomicLong();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(duration);
        var start = System.nanoTime();
        Connection.parallel(base, CONNECTIONS, connection -> {
            for (var i = next.getAndIncrement(); i < bodies.size() && System.nanoTime() < end; i = next.getAndIncrement()) {
                if (connection.exchange(bodies.get(i)) == 200) {
                    stored.addAndGet(perPost);
                }
            }
        });
        return stored.get() / ((System.nanoTime() - start) / 1e9);
    }
}
