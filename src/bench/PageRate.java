import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// How many first pages of the chat list a second a few busy front ends get.
final class PageRate {

    static final String ROW = """
            id status unreadCount lastActivityAt contact { name phone } inbox { name } assignee { name } \
            lastMessage { text sentAt } session { expiresAt }""";

    private static final String QUERY = """
            {"query":"{ chats(filter: {rule: {field: \\"status\\", operator: EQ, values: [\\"OPEN\\"]}}, first: 50) { edges { \
            node { %s } } cursor } }"}""".formatted(ROW);

    private static final int WARM_UP_SECONDS = 8;
    private static final int MOST_WARM_UPS = 10;

    private final URI base;
    private final int seconds;
    private final Cpu cpu;

    PageRate(URI base, int seconds, Cpu cpu) {
        this.base = base;
        this.seconds = seconds;
        this.cpu = cpu;
    }

    static byte[] request(String token) {
        return Connection.post("/graphql", "Authorization: Bearer " + token + "\r\n", QUERY);
    }

    void run() throws Exception {
        run("maya");
    }

    /// Measure and report the pages of one user.
    ///
    /// @return pages per second
    double run(String user) throws Exception {
        var request = request(Tokens.of(base, user));
        warmUp(base, request);
        cpu.mark();
        var rate = rate(base, request, seconds);
        Bench.report("GraphQL first page of 50 chats, per second", rate, Bench.baseline("BENCH_PGBENCH_PAGE"),
                "pgbench of the page's SQL", cpu.since());
        return rate;
    }

    /// Go on until it gets no faster, as it is on a server that has run for an hour: on two busy cores a compiler needs
    /// most of a minute.
    static void warmUp(URI base, byte[] request) throws Exception {
        var before = 0.0;
        var rate = rate(base, request, WARM_UP_SECONDS);
        for (var i = 1; i < MOST_WARM_UPS && rate > before * 1.02; i++) {
            before = rate;
            rate = rate(base, request, WARM_UP_SECONDS);
        }
    }

    static double rate(URI base, byte[] request, int duration) throws Exception {
        var done = new AtomicLong();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(duration);
        var start = System.nanoTime();
        Connection.parallel(base, 8, connection -> {
            while (System.nanoTime() < end) {
                if (connection.exchange(request) != 200) {
                    throw new IOException("a page failed");
                }
                done.incrementAndGet();
            }
        });
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }
}
