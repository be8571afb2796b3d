import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The lists of `biglists/lists.tsv` in a big workspace: each through GraphQL beside the time that all its statements
/// took, and the SQL of its first look alone; then the first page's rate beside other GraphQL servers on the same tables.
///
/// The median of the first look's SQL is held to the limit of its list, and searches to 1.3 times their statements. What
/// GraphQL takes is written to a file, so that a larger world can be held to a smaller one: ten times the chats may take
/// 1.5 times as long.
final class BigLists {

    private static final int WARM_UP = 15;
    private static final int TIMES = 200;
    private static final double GROWTH = 1.5;
    private static final double SEARCH = 1.3;
    /// How long the connections for lists were in use.
    private static final Pattern IN_SQL = Pattern.compile("sql_pool_usage_seconds_sum\\{pool_name=\"(?:lists|sets)\"[^}]*} (\\S+)");
    private static final Path LISTS = Path.of("src/bench/biglists");

    private final URI base;
    private final int seconds;
    private final Cpu cpu;
    private final Path results = Path.of(System.getenv("BENCH_RESULTS"));
    private final String size = System.getenv("BENCH_CHATS");

    private record BigList(String name, String user, String what, String filter, String search, double limit) {

        static BigList of(String line) {
            var cells = line.split("\t", -1);
            return new BigList(cells[0], cells[1], cells[2], cells[3], cells[4], Double.parseDouble(cells[5]));
        }

        String query(String after) {
            var arguments = "filterText: " + quoted(filter) + ", search: " + quoted(search);
            return what.equals("count")
                    ? "{ chatCount(" + arguments + ", limit: 1000) { value exact } }"
                    : "{ chats(" + arguments + ", first: 50" + (after.isEmpty() ? "" : ", after: " + quoted(after))
                            + ") { edges { node { " + PageRate.ROW + " tags { name } } } pageInfo { endCursor } cursor } }";
        }
    }

    /// @param sql how long all statements of one call took, ms
    private record Ours(Times times, double mean, double sql) {

        static final Ours NONE = new Ours(new Times(Double.NaN, Double.NaN), Double.NaN, Double.NaN);

        static Ours of(List<Double> calls, double sqlSeconds) {
            var mean = calls.stream().mapToDouble(call -> call).average().orElseThrow();
            return new Ours(Times.of(calls), mean, sqlSeconds * 1_000 / calls.size());
        }

        double ratio() {
            return mean / sql;
        }
    }

    /// @param pool by which of the product's pools it is asked: `lists` or `sets`
    private record Statement(String pool, String sql) {}

    private record Times(double median, double p99) {

        static Times of(List<Double> all) {
            var sorted = all.stream().sorted().toList();
            return new Times(sorted.get(sorted.size() / 2), sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)));
        }
    }

    BigLists(URI base, int seconds, Cpu cpu) {
        this.base = base;
        this.seconds = seconds;
        this.cpu = cpu;
    }

    void run() throws Exception {
        var smaller = smaller();
        System.out.printf("%-36s %19s %8s %9s %19s %8s %8s%n", size + " chats, ms", "GraphQL p50    p99", "its SQL", "ratio",
                "first look p50  p99", "limit", "growth");
        var medians = new ArrayList<String>();
        var sql = Files.readAllLines(LISTS.resolve("lists.sql")).stream()
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> new Statement(parts[1], parts[2])));
        var lists = Files.readAllLines(LISTS.resolve("lists.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(BigList::of)
                .toList();
        // What is asked first would be slow only because nothing is compiled or read from the disk yet.
        PageRate.warmUp(base, PageRate.request(Tokens.of(base, "big-admin")));
        for (var list : lists) {
            graphQl(list);
        }
        for (var list : lists) {
            medians.add(report(list, sql, smaller));
        }
        Files.write(results.resolve(size + ".tsv"), medians);
        if (System.getenv("BENCH_PEERS") != null) {
            new Peers(new PageRate(base, seconds, cpu).run("big-admin"), seconds).run();
        }
    }

    private String report(BigList list, java.util.Map<String, Statement> sql, List<String> smaller) throws Exception {
        var ours = graphQl(list);
        var alone = pgbench(sql.get(list.name()));
        var before = smaller.stream().filter(line -> line.startsWith(list.name() + "\t")).findFirst()
                .map(line -> ours.times().median() / Double.parseDouble(line.split("\t")[1]));
        System.out.printf("%-36s %9.1f %9.1f %8.2f %9s %9.2f %9.2f %8s %8s%n", list.name(), ours.times().median(), ours.times().p99(),
                ours.sql(), held(ours.ratio(), list.search().isEmpty() ? Double.MAX_VALUE : SEARCH), alone.median(), alone.p99(),
                (alone.median() <= list.limit() ? "" : "FAIL ") + String.format("%.0f", list.limit()),
                before.map(growth -> held(growth, GROWTH)).orElse(""));
        return list.name() + "\t" + ours.times().median();
    }

    private static String held(double value, double most) {
        return (value <= most ? "" : "FAIL ") + String.format("%.1f", value);
    }

    private Ours graphQl(BigList list) throws IOException {
        var headers = "Authorization: Bearer " + Tokens.of(base, list.user()) + "\r\n";
        try (var connection = new Connection(base)) {
            var after = list.what().equals("deep") ? farDown(connection, list, headers) : "";
            var request = Connection.post("/graphql", headers, "{\"query\":" + quoted(list.query(after)) + "}");
            var answer = answer(connection, request);
            // A list that is read from the disk for the first time may take longer than it is given.
            for (var i = 1; i < WARM_UP && answer.contains("\"errors\""); i++) {
                answer = answer(connection, request);
            }
            if (answer.contains("\"errors\"")) {
                System.out.println(list.name() + ": " + answer.substring(0, Math.min(300, answer.length())));
                return Ours.NONE;
            }
            times(WARM_UP, () -> connection.exchange(request));
            var before = secondsInSql(connection);
            var calls = times(TIMES, () -> connection.exchange(request));
            return Ours.of(calls, secondsInSql(connection) - before);
        }
    }

    private static double secondsInSql(Connection connection) throws IOException {
        return IN_SQL.matcher(answer(connection, Connection.get("/q/metrics"))).results()
                .mapToDouble(pool -> Double.parseDouble(pool.group(1)))
                .sum();
    }

    private static String answer(Connection connection, byte[] request) throws IOException {
        var answer = new StringBuilder();
        connection.exchange(request, answer);
        return answer.toString();
    }

    private static String farDown(Connection connection, BigList list, String headers) throws IOException {
        var after = "";
        for (var page = 0; page < 40; page++) {
            var answer = answer(connection, Connection.post("/graphql", headers, "{\"query\":" + quoted(list.query(after)) + "}"));
            after = answer.replaceAll("(?s).*\"endCursor\":\"([^\"]*)\".*", "$1");
        }
        return after;
    }

    private interface Call {
        void run() throws IOException;
    }

    private static List<Double> times(int calls, Call call) throws IOException {
        var times = new ArrayList<Double>();
        var end = System.nanoTime() + 10_000_000_000L;
        while (times.size() < calls && (times.isEmpty() || System.nanoTime() < end)) {
            var start = System.nanoTime();
            call.run();
            times.add((System.nanoTime() - start) / 1e6);
        }
        return times;
    }

    /// One client that plans the statement once, as the product does.
    private Times pgbench(Statement statement) throws Exception {
        var script = Files.writeString(results.resolve("list.sql"), statement.sql() + ";\n");
        for (var old : logs()) {
            Files.delete(old);
        }
        var clients = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-t", String.valueOf(TIMES), "-l",
                        "--log-prefix=" + results.resolve("log"), "-f", script.toString())
                .redirectErrorStream(true).redirectOutput(results.resolve("pgbench.out").toFile());
        clients.environment().put("PGOPTIONS", "-c jit=off -c join_collapse_limit=1 -c statement_timeout=10s -c max_parallel_workers_per_gather=0 "
                + "-c enable_seqscan=off "
                + (statement.pool().equals("lists") ? "-c enable_sort=off -c enable_bitmapscan=off" : "-c random_page_cost=1.1"));
        clients.start().waitFor();
        var times = new ArrayList<Double>();
        for (var log : logs()) {
            Files.readAllLines(log).forEach(line -> times.add(Double.parseDouble(line.split(" ")[2]) / 1_000));
        }
        return times.isEmpty() ? new Times(Double.NaN, Double.NaN) : Times.of(times);
    }

    private List<Path> logs() throws IOException {
        try (var files = Files.list(results)) {
            return files.filter(file -> file.getFileName().toString().startsWith("log.")).toList();
        }
    }

    private List<String> smaller() throws IOException {
        var file = results.resolve(String.valueOf(Long.parseLong(size) / 10) + ".tsv");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
