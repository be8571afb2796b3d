import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What it takes to show a side bar of 20 counted spaces to a hundred viewers a second, each with chats of their own.
final class SpaceCounts {

    private static final int PER_SECOND = 100;
    private static final int AGENTS = 40;
    private static final int WARM_UP_SECONDS = 10;
    private static final Path SPACES = Path.of("src/bench/biglists/spaces.tsv");

    private final URI base;
    private final int seconds;
    private final Cpu cpu;

    SpaceCounts(URI base, int seconds, Cpu cpu) {
        this.base = base;
        this.seconds = seconds;
        this.cpu = cpu;
    }

    void run() throws Exception {
        var ids = spaces();
        var query = "{\"query\":\"{ spaceCounts(spaceIds: [%s]) { counts { spaceId total { value exact } unread { value } } cursor } }\"}"
                .formatted(ids.stream().map(id -> "\\\"" + id + "\\\"").collect(Collectors.joining(", ")));
        var requests = new ArrayList<byte[]>();
        for (var user : IntStream.rangeClosed(0, AGENTS).mapToObj(agent -> agent == 0 ? "big-admin" : "big-" + agent).toList()) {
            var request = Connection.post("/graphql", "Authorization: Bearer " + Tokens.of(base, user) + "\r\n", query);
            check(request, ids.size());
            requests.add(request);
        }
        var answered = new Latencies(PER_SECOND * seconds);
        var measuredFrom = PER_SECOND * WARM_UP_SECONDS;
        Pace.run(base, 16, measuredFrom, PER_SECOND, (connection, i, _) -> connection.exchange(requests.get(i % requests.size())));
        cpu.mark();
        Pace.run(base, 16, PER_SECOND * seconds, PER_SECOND, (connection, i, intended) -> {
            connection.exchange(requests.get(i % requests.size()));
            answered.add(System.nanoTime() - intended);
        });
        System.out.printf("counts of %d spaces, %d viewers a second: %s%n  %s%n", ids.size(), PER_SECOND, answered, cpu.since());
    }

    /// Make the spaces, shared with everybody, unless an earlier run has.
    private List<String> spaces() throws Exception {
        var admin = "Authorization: Bearer " + Tokens.of(base, "big-admin") + "\r\n";
        var known = answer(Connection.post("/graphql", admin, "{\"query\":\"{ spaces { id label } }\"}"));
        var ids = new ArrayList<String>();
        for (var line : Files.readAllLines(SPACES)) {
            var label = line.split("\t")[0];
            var filter = line.split("\t")[1];
            ids.add(id(known.contains("\"label\":\"" + label + "\"")
                    ? known.replaceAll(".*(\\{\"id\":\"[^\"]*\",\"label\":\"" + label + "\"\\}).*", "$1")
                    : answer(Connection.post("/graphql", admin, ("{\"query\":\"mutation { createSpace(input: {label: \\\"%s\\\", "
                            + "filterText: \\\"%s\\\", shares: [{kind: EVERYONE}]}) { space { id } errors { message } } }\"}")
                                    .formatted(label, filter)))));
        }
        return ids;
    }

    private static String id(String json) throws IOException {
        var id = json.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
        if (id.equals(json)) {
            throw new IOException("a space was not made: " + json);
        }
        return id;
    }

    private void check(byte[] request, int spaces) throws IOException {
        var answer = answer(request);
        if (answer.split("\"spaceId\"", -1).length != spaces + 1) {
            throw new IOException("not all spaces were counted: " + answer);
        }
    }

    private String answer(byte[] request) throws IOException {
        try (var connection = new Connection(base)) {
            var answer = new StringBuilder();
            connection.exchange(request, answer);
            return answer.toString();
        }
    }
}
