import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;

/// The first page of open chats from other GraphQL servers, each alone, on the same tables, indexes and machine. They
/// check no access and show no more than the query asks for; PostGraphile, which follows foreign keys, has neither the
/// last message nor the session window.
final class Peers {

    private static final String WORKSPACE = "01900000-0000-7000-8000-0000000b0001";
    private static final String POSTGRAPHILE = """
            {"query":"{ allChats(condition: {workspaceId: \\"%s\\", status: \\"OPEN\\"}, orderBy: [LAST_ACTIVITY_AT_DESC, ID_DESC], \
            first: 50) { nodes { id status unreadCount lastActivityAt \
            contactByWorkspaceIdAndContactId { displayName phone } inboxByWorkspaceIdAndInboxId { name } \
            workspaceUserByWorkspaceIdAndAssigneeId { name } } } }"}""".formatted(WORKSPACE);
    private static final String MERCURIUS = """
            {"query":"{ chats(workspace: \\"%s\\", status: \\"OPEN\\", first: 50) { %s } }"}""".formatted(WORKSPACE, PageRate.ROW);

    private final double ours;
    private final int seconds;

    /// @param ours pages per second of the product
    Peers(double ours, int seconds) {
        this.ours = ours;
        this.seconds = seconds;
    }

    void run() throws Exception {
        compare("pgbench of the same SQL", Bench.baseline("BENCH_PGBENCH_PAGE"), 0.25);
        compare("PostGraphile", rate("postgraphile", 18082, POSTGRAPHILE), 3);
        compare("Mercurius with SQL by hand", rate("mercurius", 18083, MERCURIUS), 1);
    }

    private void compare(String whose, double theirs, double wanted) {
        var ratio = ours / theirs;
        System.out.printf("%-45s %,9.0f   ours is %.2f of it, wanted %.2f%s%n", whose, theirs, ratio, wanted,
                ratio >= wanted ? "" : "   FAIL");
    }

    private double rate(String program, int port, String query) throws Exception {
        var command = new ProcessBuilder("node", "src/bench/node/" + program + ".cjs", String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment().put("NODE_PATH", System.getenv("BENCH_PEERS") + "/" + program + "/node_modules");
        command.environment().put("NODE_ENV", "production");
        var server = command.start();
        try (var output = new BufferedReader(server.inputReader())) {
            if (output.readLine() == null) {
                return Double.NaN;
            }
            var base = URI.create("http://localhost:" + port);
            var request = Connection.post("/graphql", "", query);
            if (!isPage(base, request)) {
                return Double.NaN;
            }
            PageRate.warmUp(base, request);
            return PageRate.rate(base, request, seconds);
        } finally {
            server.destroy();
        }
    }

    /// Errors of GraphQL come as 200, too, and fast.
    private static boolean isPage(URI base, byte[] request) throws IOException {
        try (var connection = new Connection(base)) {
            var answer = new StringBuilder();
            connection.exchange(request, answer);
            return answer.indexOf("\"errors\"") < 0 && answer.length() > 1_000;
        }
    }
}
