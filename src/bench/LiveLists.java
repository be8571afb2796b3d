import java.net.URI;

/// A thousand live lists with a hundred different filters, while customers write: what it costs, and how late a row is.
final class LiveLists {

    private static final int LISTS = 1_000;
    private static final int FILTERS = 100;
    private static final int RATE = 300;
    private static final int WARM_UP_SECONDS = 10;

    private final URI base;
    private final int seconds;
    private final Cpu cpu;
    private final Webhooks webhooks;

    LiveLists(URI base, int seconds, Cpu cpu, Webhooks webhooks) {
        this.base = base;
        this.seconds = seconds;
        this.cpu = cpu;
        this.webhooks = webhooks;
    }

    void run() throws Exception {
        var token = Tokens.of(base, "maya");
        var measuredFrom = RATE * WARM_UP_SECONDS;
        var total = measuredFrom + RATE * seconds;
        try (var first = new Live(base, 1);
                var live = new Live(base, total * LISTS / FILTERS * 2)) {
            // A node that runs for a while knows how the chats were before they change. One that does not tells more than needed.
            first.open(1, token, LiveLists::subscription);
            Pace.run(base, 32, Webhooks.CUSTOMERS, RATE, (connection, i, _) -> connection.exchange(webhooks.marked(webhooks.id(), i)));
            live.open(LISTS, token, LiveLists::subscription);
            cpu.mark();
            Pace.run(base, 32, total, RATE, (connection, i, intended) -> {
                var id = webhooks.id();
                var body = webhooks.marked(id, i * 17);
                if (i >= measuredFrom) {
                    live.sending(id, intended);
                }
                connection.exchange(body);
            });
            live.await((total - measuredFrom) * LISTS / FILTERS);
            System.out.printf("%,d live lists of %d filters under %d messages/s, POST to row: %s%n  %s%n",
                    LISTS, FILTERS, RATE, live.latencies(), cpu.since());
        }
    }

    private static String subscription(int number) {
        return """
                {"type":"subscribe","id":"a","topic":"chatList","filter":{"all":[\
                {"rule":{"field":"status","operator":"EQ","values":["OPEN"]}},\
                {"rule":{"field":"phone","operator":"CONTAINS","values":["1650777%02d"]}}]}}""".formatted(number % FILTERS);
    }
}
