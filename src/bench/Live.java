import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/// Sockets that listen to the product and time the messages whose text is their id.
final class Live implements AutoCloseable {

    private final ConcurrentHashMap<String, Long> sent = new ConcurrentHashMap<>();
    private final Sockets sockets;
    private final Latencies latencies;
    private volatile String lastEvent = "";
    private boolean alone;

    Live(URI base, int room) throws Exception {
        sockets = new Sockets(base);
        latencies = new Latencies(room);
    }

    /// Open sockets of one user, each with the subscription that the function writes for its number.
    void open(int count, String token, IntFunction<String> subscription) throws Exception {
        alone = count == 1;
        sockets.open(count, "/ws/v1", "Authorization: Bearer " + token + "\r\n", (socket, text) -> {
            if (text.isEmpty()) {
                socket.send("{\"type\":\"hello\"}");
            } else if (text.contains("\"type\":\"welcome\"")) {
                socket.send(subscription.apply(socket.number));
            } else if (text.startsWith("{\"type\":\"caughtUp\"")) {
                socket.ready();
            } else if (text.startsWith("{\"type\":\"error\"") || text.startsWith("{\"type\":\"resync\"")) {
                System.err.println(text);
            } else {
                time(text);
            }
        });
    }

    /// Open sockets that hear of messages and say nothing.
    Sockets sockets() {
        return sockets;
    }

    /// A message is about to be sent, or should have been by then.
    void sending(String id, long when) {
        sent.put(id, when);
    }

    /// Times a frame if it shows a message that is waited for; a listener alone may hear of it in several events, and the
    /// first counts.
    void time(String text) {
        var at = text.indexOf("bench-");
        if (at < 0) {
            return;
        }
        var end = text.indexOf('"', at);
        var id = text.substring(at, end < 0 ? text.length() : end);
        var when = alone ? sent.remove(id) : sent.get(id);
        if (when != null) {
            lastEvent = text;
            latencies.add(System.nanoTime() - when);
        }
    }

    String lastEvent() {
        return lastEvent;
    }

    Latencies latencies() {
        return latencies;
    }

    /// Wait until so many have arrived, but not for ever.
    void await(int count) throws InterruptedException {
        latencies.await(count);
    }

    @Override
    public void close() throws Exception {
        sockets.close();
    }
}
