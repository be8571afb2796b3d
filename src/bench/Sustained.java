import java.net.URI;
import java.util.ArrayList;
import java.util.stream.IntStream;

/// The top of what Meta sends for one number, for a minute: 1,000 messages and 2,000 statuses a second, one to a POST,
/// while one client hears of everything and another reads the chat list.
final class Sustained {

    private static final int MESSAGES = 1_000;
    private static final int STATUSES = 2_000;
    private static final int PAGES = 10;
    private static final int WARM_UP_SECONDS = 30;
    /// Meta delivers in parallel; what waits for the same commit shares it.
    private static final int CONNECTIONS = 256;

    private final URI base;
    private final int seconds;
    private final Cpu cpu;
    private final Webhooks webhooks;

    Sustained(URI base, int seconds, Cpu cpu, Webhooks webhooks) {
        this.base = base;
        this.seconds = seconds;
        this.cpu = cpu;
        this.webhooks = webhooks;
    }

    void run() throws Exception {
        var duration = seconds + WARM_UP_SECONDS;
        var token = Tokens.of(base, "maya");
        var statuses = statuses(duration);
        var ids = IntStream.range(0, MESSAGES * duration).mapToObj(_ -> webhooks.id()).toArray(String[]::new);
        var answered = new Latencies((MESSAGES + STATUSES) * duration);
        var listed = new Latencies(PAGES * duration);
        var refused = new Latencies(0);
        try (var live = new Live(base, ids.length)) {
            live.open(1, token, _ -> "{\"type\":\"subscribe\",\"id\":\"a\",\"topic\":\"changes\"}");
            cpu.mark();
            var writers = Thread.startVirtualThread(() -> run(CONNECTIONS, MESSAGES * duration, MESSAGES, (connection, i, intended) -> {
                var body = webhooks.marked(ids[i], i);
                var measured = i >= MESSAGES * WARM_UP_SECONDS;
                if (measured) {
                    live.sending(ids[i], intended);
                }
                if (connection.exchange(body) != 200) {
                    refused.add(0);
                }
                if (measured) {
                    answered.add(System.nanoTime() - intended);
                }
            }));
            var page = PageRate.request(token);
            var reader = Thread.startVirtualThread(() -> run(2, PAGES * duration, PAGES, (connection, i, intended) -> {
                connection.exchange(page);
                listed.add(System.nanoTime() - intended);
            }));
            run(CONNECTIONS, STATUSES * duration, STATUSES, (connection, i, intended) -> {
                if (connection.exchange(statuses[i]) != 200) {
                    refused.add(0);
                }
                if (i >= STATUSES * WARM_UP_SECONDS) {
                    answered.add(System.nanoTime() - intended);
                }
            });
            writers.join();
            reader.join();
            live.await(MESSAGES * seconds);
            System.out.printf("%d s of %,d messages and %,d statuses a second, one to a POST, and %d pages a second read%n",
                    seconds, MESSAGES, STATUSES, PAGES);
            System.out.printf("  webhook answered: %s, refused %d%n  push: %s of %,d%n  page of 50: %s%n  %s%n",
                    answered, refused.count(), live.latencies(), MESSAGES * seconds, listed, cpu.since());
        }
    }

    private void run(int connections, int total, int rate, Pace.Step step) {
        try {
            Pace.run(base, connections, total, rate, step);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sent, delivered and read, in this order, of messages that are stored first.
    private byte[][] statuses(int duration) throws Exception {
        var total = STATUSES * duration;
        var ids = IntStream.range(0, total / 3 + 1).mapToObj(_ -> webhooks.id()).toList();
        var echoes = new ArrayList<byte[]>();
        for (var from = 0; from < ids.size(); from += 50) {
            echoes.add(webhooks.echoes(ids.subList(from, Math.min(from + 50, ids.size()))));
        }
        Pace.run(base, 16, echoes.size(), 1_000, (connection, i, _) -> {
            if (connection.exchange(echoes.get(i)) != 200) {
                throw new java.io.IOException("an echo was not stored");
            }
        });
        var words = new String[] {"sent", "delivered", "read"};
        var bodies = new byte[total][];
        for (var i = 0; i < total; i++) {
            bodies[i] = webhooks.status(ids.get(i % ids.size()), words[i / ids.size()]);
        }
        return bodies;
    }
}
