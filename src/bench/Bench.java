import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Drives the running product and prints what it measured. Bodies are made and signed before the clock starts, and sent
/// over plain sockets, so that the driver takes as little of the shared cores as it can.
///
/// Arguments: base URL, seconds per measurement, process id of the product, process id of PostgreSQL.
public final class Bench {

    private static final String NUMBER = "300100200300401";
    /// Meta delivers in parallel; what waits for the same commit shares it.
    private static final int CONNECTIONS = 256;
    private static final int CUSTOMERS = 5_000;
    private static final int PUSH_RATE = 500;
    private static final int PUSH_WARM_UP_SECONDS = 5;

    private final URI base;
    private final int seconds;
    private final Cpu cpu;
    private final String run = Long.toString(System.nanoTime(), 36);
    private final AtomicInteger made = new AtomicInteger();

    private Bench(URI base, int seconds, Cpu cpu) {
        this.base = base;
        this.seconds = seconds;
        this.cpu = cpu;
    }

    public static void main(String[] arguments) throws Exception {
        var cpu = new Cpu(Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
        new Bench(URI.create(arguments[0]), Integer.parseInt(arguments[1]), cpu).run();
    }

    private void run() throws Exception {
        System.out.println("driver: " + CONNECTIONS + " connections, " + seconds + " s per measurement, after a warm-up");
        var insert = Double.parseDouble(System.getenv("BENCH_PGBENCH_INSERT"));
        var page = Double.parseDouble(System.getenv("BENCH_PGBENCH_PAGE"));
        intake(Math.max(15, seconds), 1);
        analyze();
        cpu.mark();
        var single = intake(seconds, 1);
        report("intake, one message per POST, per second", single, insert, "pgbench single-row transactions", cpu.since());
        cpu.mark();
        var batched = intake(seconds, 20);
        report("intake, 20 messages per POST, per second", batched, insert, "pgbench single-row transactions", cpu.since());
        var token = token();
        pages(token, Math.max(15, seconds));
        cpu.mark();
        report("GraphQL first page of 50 chats, per second", pages(token, seconds), page, "pgbench of the page's SQL", cpu.since());
        cpu.mark();
        push(token);
        System.out.println("  " + cpu.since());
    }

    /// Tell a database that was empty a moment ago how its tables have grown, as it finds out by itself within a minute and
    /// as the baseline's tables are told too.
    private static void analyze() throws Exception {
        new ProcessBuilder("psql", "-qc", "analyze").inheritIO().start().waitFor();
    }

    private static void report(String what, double ours, double theirs, String baseline, String cpu) {
        System.out.printf("%-45s %,9.0f   %s %,9.0f   ratio %.2f%n  %s%n", what, ours, baseline, theirs, ours / theirs, cpu);
    }

    /// Messages per second that were answered 200.
    private double intake(int duration, int perPost) throws Exception {
        var bodies = new ArrayList<byte[]>();
        for (var i = 0; i < (perPost == 1 ? 12_000 : 3_500) * duration; i++) {
            bodies.add(webhook(perPost));
        }
        var next = new AtomicInteger();
        var stored = new AtomicLong();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(duration);
        var start = System.nanoTime();
        parallel(CONNECTIONS, connection -> {
            for (var i = next.getAndIncrement(); i < bodies.size() && System.nanoTime() < end; i = next.getAndIncrement()) {
                if (connection.exchange(bodies.get(i)) == 200) {
                    stored.addAndGet(perPost);
                }
            }
        });
        return stored.get() / ((System.nanoTime() - start) / 1e9);
    }

    private double pages(String token, int duration) throws Exception {
        var query = """
                {"query":"{ chats(filter: {rule: {field: \\"status\\", operator: EQ, values: [\\"OPEN\\"]}}, first: 50) { edges { \
                node { id status unreadCount lastActivityAt contact { name phone } inbox { name } assignee { name } \
                lastMessage { text sentAt } session { expiresAt } } } cursor } }"}""";
        var request = request("/graphql", "Authorization: Bearer " + token + "\r\n", query);
        var done = new AtomicLong();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(duration);
        var start = System.nanoTime();
        parallel(8, connection -> {
            while (System.nanoTime() < end) {
                if (connection.exchange(request) != 200) {
                    throw new IOException("a page failed");
                }
                done.incrementAndGet();
            }
        });
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    /// Posts at a steady rate, whatever the answers do, and times each message from its intended start to its event.
    private void push(String token) throws Exception {
        var sent = new ConcurrentHashMap<String, Long>();
        var latencies = new ConcurrentHashMap<String, Long>();
        var socket = listen(token, text -> {
            var arrived = System.nanoTime();
            for (var at = text.indexOf("bench-"); at >= 0; at = text.indexOf("bench-", at + 6)) {
                var id = text.substring(at, text.indexOf('"', at));
                var start = sent.get(id);
                if (start != null) {
                    latencies.putIfAbsent(id, arrived - start);
                }
            }
        });
        var measuredFrom = PUSH_RATE * PUSH_WARM_UP_SECONDS;
        var total = measuredFrom + PUSH_RATE * seconds;
        var ids = new String[total];
        var bodies = new byte[total][];
        for (var i = 0; i < total; i++) {
            ids[i] = "bench-" + run + "-" + made.incrementAndGet();
            bodies[i] = signed(body(List.of(message(ids[i], i % CUSTOMERS, ids[i]))));
        }
        var start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        var next = new AtomicInteger();
        parallel(32, connection -> {
            for (var i = next.getAndIncrement(); i < total; i = next.getAndIncrement()) {
                var intended = start + i * 1_000_000_000L / PUSH_RATE;
                while (System.nanoTime() < intended) {
                    LockSupport.parkNanos(intended - System.nanoTime());
                }
                if (i >= measuredFrom) {
                    sent.put(ids[i], intended);
                }
                connection.exchange(bodies[i]);
            }
        });
        for (var i = 0; i < 100 && latencies.size() < total - measuredFrom; i++) {
            LockSupport.parkNanos(100_000_000);
        }
        socket.abort();
        var sorted = latencies.values().stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf("push at %d messages/s, POST to websocket event: p50 %.1f ms, p99 %.1f ms, max %.1f ms (%d of %d arrived)%n",
                PUSH_RATE, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), sorted.length, total - measuredFrom);
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, quantile * sorted.length)] / 1e6;
    }

    private WebSocket listen(String token, java.util.function.Consumer<String> frames) throws Exception {
        var ready = new CountDownLatch(1);
        var listener = new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                text.append(data);
                if (last) {
                    var frame = text.toString();
                    text.setLength(0);
                    if (frame.contains("\"type\":\"welcome\"")) {
                        socket.sendText("{\"type\":\"subscribe\",\"id\":\"a\",\"topic\":\"changes\"}", true);
                    } else if (frame.contains("\"caughtUp\"")) {
                        ready.countDown();
                    } else {
                        frames.accept(frame);
                    }
                }
                socket.request(1);
                return null;
            }
        };
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create(base.toString().replace("http", "ws") + "/ws/v1"), listener)
                .get(10, TimeUnit.SECONDS);
        socket.sendText("{\"type\":\"hello\"}", true);
        if (!ready.await(10, TimeUnit.SECONDS)) {
            throw new IOException("the websocket did not catch up");
        }
        return socket;
    }

    private String token() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(base.resolve("/dev/token?user=maya")).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return answer.replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
    }

    private byte[] webhook(int messages) throws Exception {
        var list = new ArrayList<String>();
        for (var i = 0; i < messages; i++) {
            var n = made.incrementAndGet();
            list.add(message("bench-" + run + "-" + n, n % CUSTOMERS, "Does it come in another colour? I would like to order two."));
        }
        return signed(body(list));
    }

    private static String message(String id, int customer, String text) {
        return "{\"from\":\"1650777%05d\",\"id\":\"%s\",\"timestamp\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(customer, id, System.currentTimeMillis() / 1000, text);
    }

    private static String body(List<String> messages) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"210045600000001\",\"changes\":[{\"value\":{"
                + "\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"16505550100\",\"phone_number_id\":\""
                + NUMBER + "\"},\"messages\":[" + String.join(",", messages) + "]},\"field\":\"messages\"}]}]}";
    }

    private byte[] signed(String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("demo-app-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        return request("/webhooks/whatsapp/demo", "X-Hub-Signature-256: sha256=" + signature + "\r\n", body);
    }

    private static byte[] request(String path, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                        + "Content-Length: " + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void parallel(int connections, Work work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            var results = new ArrayList<java.util.concurrent.Future<?>>();
            for (var i = 0; i < connections; i++) {
                results.add(threads.submit(() -> {
                    try (var connection = new Connection(base)) {
                        work.run(connection);
                    }
                    return null;
                }));
            }
            for (var result : results) {
                result.get();
            }
        }
    }

    private interface Work {
        void run(Connection connection) throws IOException;
    }

    /// One kept-alive HTTP/1.1 connection that knows just enough of the protocol to count answers.
    private static final class Connection implements AutoCloseable {

        private final Socket socket;
        private final OutputStream out;
        private final InputStream in;
        private final byte[] line = new byte[8_192];

        private Connection(URI base) throws IOException {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream(), 65_536);
        }

        int exchange(byte[] request) throws IOException {
            out.write(request);
            var status = Integer.parseInt(readLine().substring(9, 12));
            var length = 0;
            var chunked = false;
            for (var header = readLine(); !header.isEmpty(); header = readLine()) {
                var lower = header.toLowerCase();
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                }
                chunked |= lower.startsWith("transfer-encoding: chunked");
            }
            if (chunked) {
                for (var size = Integer.parseInt(readLine(), 16); size > 0; size = Integer.parseInt(readLine(), 16)) {
                    in.skipNBytes(size + 2);
                }
                readLine();
            } else {
                in.skipNBytes(length);
            }
            return status;
        }

        private String readLine() throws IOException {
            var length = 0;
            for (var b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("the server closed the connection");
                }
                line[length++] = (byte) b;
            }
            return new String(line, 0, Math.max(0, length - 1), StandardCharsets.US_ASCII);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /// How much of the cores each part took, so that the driver's own share is in the report.
    private static final class Cpu {

        private final long server;
        private final long postgres;
        private long[] before = new long[3];
        private long since;

        private Cpu(long server, long postgres) {
            this.server = server;
            this.postgres = postgres;
        }

        void mark() throws IOException {
            before = ticks();
            since = System.nanoTime();
        }

        String since() throws IOException {
            var after = ticks();
            var elapsed = (System.nanoTime() - since) / 1e9;
            return String.format("cores used: product %.2f, PostgreSQL %.2f, driver %.2f",
                    (after[0] - before[0]) / 100.0 / elapsed, (after[1] - before[1]) / 100.0 / elapsed,
                    (after[2] - before[2]) / 100.0 / elapsed);
        }

        private long[] ticks() throws IOException {
            long database = ticks(postgres);
            for (var child : ProcessHandle.of(postgres).stream().flatMap(ProcessHandle::children).toList()) {
                database += ticks(child.pid());
            }
            return new long[] {ticks(server), database, ticks(ProcessHandle.current().pid())};
        }

        private static long ticks(long pid) throws IOException {
            try {
                var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
                var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            } catch (java.nio.file.NoSuchFileException e) {
                return 0;
            }
        }
    }
}
