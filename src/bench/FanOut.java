import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// One chat's messages to many open websockets, beside servers on Node that do nothing but hand the same bytes on.
final class FanOut {

    private static final List<Integer> AUDIENCES = List.of(1_000, 5_000);
    private static final int CUSTOMER = 7;
    private static final int PER_SECOND = 2;

    private final URI base;
    private final int seconds;
    private final Cpu cpu;
    private final Webhooks webhooks;

    FanOut(URI base, int seconds, Cpu cpu, Webhooks webhooks) {
        this.base = base;
        this.seconds = seconds;
        this.cpu = cpu;
        this.webhooks = webhooks;
    }

    void run() throws Exception {
        var token = Tokens.of(base, "maya");
        var chat = chat(token);
        var event = ours(AUDIENCES.getFirst(), token, chat, "warm-up");
        for (var audience : AUDIENCES) {
            event = ours(audience, token, chat, "Shared Inbox");
        }
        for (var server : List.of("ws", "socketio")) {
            for (var audience : AUDIENCES) {
                bare(server, audience, event);
            }
        }
    }

    private String ours(int audience, String token, String chat, String what) throws Exception {
        var before = cpu.memory();
        try (var live = new Live(base, audience * PER_SECOND * seconds)) {
            live.open(audience, token, _ -> "{\"type\":\"subscribe\",\"id\":\"a\",\"topic\":\"chat\",\"chatId\":\"" + chat + "\"}");
            cpu.mark();
            Pace.run(base, 4, PER_SECOND * seconds, PER_SECOND, (connection, i, intended) -> {
                var id = webhooks.id();
                var body = webhooks.marked(id, CUSTOMER);
                live.sending(id, System.nanoTime());
                connection.exchange(body);
            });
            live.await(audience * PER_SECOND * seconds);
            print(what, audience, live, cpu.memory() - before);
            System.out.println("  " + cpu.since());
            return live.lastEvent();
        }
    }

    private void bare(String server, int audience, String event) throws Exception {
        var port = 18_090;
        var node = new ProcessBuilder("node", "src/bench/node/" + server + ".cjs", Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var live = new Live(URI.create("http://localhost:" + port), audience * PER_SECOND * seconds)) {
            node.inputReader().readLine();
            var before = Cpu.memory(node.pid());
            listen(live, server, audience);
            var mark = event.substring(event.indexOf("bench-"), event.indexOf('"', event.indexOf("bench-")));
            Pace.run(URI.create("http://localhost:" + port), 4, PER_SECOND * seconds, PER_SECOND, (connection, i, intended) -> {
                var id = webhooks.id();
                var body = Connection.post("/", "", event.replace(mark, id));
                live.sending(id, System.nanoTime());
                connection.exchange(body);
            });
            live.await(audience * PER_SECOND * seconds);
            print("bare " + server, audience, live, Cpu.memory(node.pid()) - before);
        } finally {
            node.destroy();
            node.waitFor();
        }
    }

    private static void listen(Live live, String server, int audience) throws Exception {
        if (server.equals("ws")) {
            live.sockets().open(audience, "/", "", (socket, text) -> {
                if (text.isEmpty()) {
                    socket.ready();
                } else {
                    live.time(text);
                }
            });
        } else {
            live.sockets().open(audience, "/socket.io/?EIO=4&transport=websocket", "", (socket, text) -> {
                if (text.startsWith("0")) {
                    socket.send("40");
                } else if (text.startsWith("40")) {
                    socket.ready();
                } else if (text.equals("2")) {
                    socket.send("3");
                } else {
                    live.time(text.replace("\\\"", "\""));
                }
            });
        }
    }

    private void print(String what, int audience, Live live, double mebibytes) {
        System.out.printf("fan-out of one chat to %,d sockets, %s: %s of %,d, %.0f MiB per 1,000 connections%n",
                audience, what, live.latencies(), audience * PER_SECOND * seconds, mebibytes * 1_000 / audience);
    }

    /// The chat of the customer whose messages everybody hears.
    private String chat(String token) throws Exception {
        try (var connection = new Connection(base)) {
            connection.exchange(webhooks.marked(webhooks.id(), CUSTOMER));
            var answer = new StringBuilder();
            connection.exchange(Connection.post("/graphql", "Authorization: Bearer " + token + "\r\n",
                    "{\"query\":\"{ chats(search: \\\"16507770007\\\", first: 1) { edges { node { id } } } }\"}"), answer);
            return answer.toString().replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
        }
    }
}
