package dev.sharedinbox.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;

/// Stands where our webhook endpoint will be: keeps what is posted and answers what the test wants.
public final class WebhookReceiver {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Queue<Integer> nextAnswers = new ConcurrentLinkedQueue<>();

    public WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/hook", this::take);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One post as it came over the wire.
    public record Post(String signature, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public JsonNode value() {
            return json().at("/entry/0/changes/0/value");
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /// The next posts are answered with these statuses, later ones with 200.
    public void answersNext(Integer... statuses) {
        nextAnswers.addAll(List.of(statuses));
    }

    public void forget() {
        posts.clear();
        nextAnswers.clear();
    }

    public List<Post> posts() {
        return List.copyOf(posts);
    }

    /// The statuses of a message in the order they came.
    public List<JsonNode> statusesOf(String wamid) {
        return itemsOf("statuses").stream()
                .filter(status -> status.path("id").asText().equals(wamid))
                .toList();
    }

    public List<String> statusWordsOf(String wamid) {
        return statusesOf(wamid).stream()
                .map(status -> status.path("status").asText())
                .toList();
    }

    /// The messages with that id: more than one when it came more than once.
    public List<JsonNode> messages(String wamid) {
        return itemsOf("messages").stream()
                .filter(message -> message.path("id").asText().equals(wamid))
                .toList();
    }

    private List<JsonNode> itemsOf(String key) {
        return posts.stream()
                .flatMap(post -> StreamSupport.stream(post.value().path(key).spliterator(), false))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
            posts.add(new Post(
                    Objects.requireNonNullElse(signature, ""),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(Objects.requireNonNullElse(nextAnswers.poll(), 200), -1);
        }
    }

    public void stop() {
        server.stop(0);
    }
}
