import java.net.URI;

/// A thousand live lists with a hundred different filters, while customers write: what it costs, and how late a row is.
final class LiveLists {

    private static final int LISTS = 1_000;
    private static final int FILTERS = 100;
    private static final int RATE = 300;

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
        var total = RATE * seconds;
        try (var live = new Live(base, total * LISTS / FILTERS * 2)) {
            live.open(LISTS, Tokens.of(base, "maya"), number -> """
                    {"type":"subscribe","id":"a","topic":"chatList","filter":{"all":[\
                    {"rule":{"field":"status","operator":"EQ","values":["OPEN"]}},\
                    {"rule":{"field":"phone","operator":"CONTAINS","values":["1650777%02d"]}}]}}""".formatted(number % FILTERS));
            cpu.mark();
            Pace.run(base, 32, total, RATE, (connection, i, intended) -> {
                var id = webhooks.id();
                var body = webhooks.marked(id, i * 17);
                live.sending(id, intended);
                connection.exchange(body);
            });
            // How many rows come is not known before: equal lists share them, and a chat that changes twice tells one row.
            Thread.sleep(1_000); // for the last rows; there is no number to wait for, see above
            System.out.printf("%,d live lists of %d filters under %d messages/s, POST to row: %s%n  %s%n",
                    LISTS, FILTERS, RATE, live.latencies(), cpu.since());
        }
    }
}
