import java.net.URI;

/// How long a message takes from its POST to the websocket of somebody who hears of everything.
final class PushLatency {

    private static final int RATE = 500;
    private static final int WARM_UP_SECONDS = 15;

    private final URI base;
    private final int seconds;
    private final Cpu cpu;
    private final Webhooks webhooks;

    PushLatency(URI base, int seconds, Cpu cpu, Webhooks webhooks) {
        this.base = base;
        this.seconds = seconds;
        this.cpu = cpu;
        this.webhooks = webhooks;
    }

    void run() throws Exception {
        var measuredFrom = RATE * WARM_UP_SECONDS;
        var total = measuredFrom + RATE * seconds;
        var ids = new String[total];
        var bodies = new byte[total][];
        for (var i = 0; i < total; i++) {
            ids[i] = webhooks.id();
            bodies[i] = webhooks.marked(ids[i], i);
        }
        cpu.mark();
        try (var live = new Live(base, total)) {
            live.open(1, Tokens.of(base, "maya"), _ -> "{\"type\":\"subscribe\",\"id\":\"a\",\"topic\":\"changes\"}");
            Pace.run(base, 32, total, RATE, (connection, i, intended) -> {
                if (i >= measuredFrom) {
                    live.sending(ids[i], intended);
                }
                connection.exchange(bodies[i]);
            });
            live.await(total - measuredFrom);
            System.out.printf("push at %d messages/s, POST to websocket event: %s of %,d%n  %s%n",
                    RATE, live.latencies(), total - measuredFrom, cpu.since());
        }
    }
}
