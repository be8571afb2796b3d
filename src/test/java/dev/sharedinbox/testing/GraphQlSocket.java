package dev.sharedinbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Speaks `graphql-transport-ws` to `/graphql`, the way a browser does: the token comes with `connection_init`.
public final class GraphQlSocket implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Frames frames = new Frames();
    private final WebSocket socket;

    private GraphQlSocket(URI address, UnaryOperator<WebSocket.Builder> offering) {
        socket = offering.apply(client.newWebSocketBuilder())
                .buildAsync(address, frames)
                .join();
    }

    /// A connection on which nothing was said yet.
    public static GraphQlSocket opened() {
        return opened(connecting -> connecting.subprotocols("graphql-transport-ws"));
    }

    /// A connection on which nothing was said yet, with headers and protocols of its own.
    public static GraphQlSocket opened(UnaryOperator<WebSocket.Builder> offering) {
        return new GraphQlSocket(address("localhost:" + RestAssured.port), offering);
    }

    /// An acknowledged connection to a product that runs elsewhere.
    ///
    /// @param authority its host and port
    public static GraphQlSocket at(String authority, String token) {
        var opened =
                new GraphQlSocket(address(authority), connecting -> connecting.subprotocols("graphql-transport-ws"));
        return opened.begin(token).acknowledged();
    }

    private static URI address(String authority) {
        return URI.create("ws://" + authority + "/graphql");
    }

    /// A connection that was acknowledged, of a signed-in user.
    public static GraphQlSocket as(String user) {
        return withToken(SignIn.tokenOf(user));
    }

    /// A connection that was acknowledged, of whoever has this token.
    public static GraphQlSocket withToken(String token) {
        return opened().begin(token).acknowledged();
    }

    /// Begin, as whoever has this token.
    public GraphQlSocket begin(String token) {
        return say("connection_init", "payload", JsonObject.of("Authorization", "Bearer " + token));
    }

    public GraphQlSocket acknowledged() {
        assertThat(next().getString("type")).isEqualTo("connection_ack");
        return this;
    }

    /// Say something with a field of any kind.
    public GraphQlSocket say(String type, String field, Object value) {
        return sayText(JsonObject.of("type", type, field, value).encode());
    }

    public GraphQlSocket sayText(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    /// Wait for the end; frames before it are left.
    public void expectClose(int code) {
        assertThat(frames.closed).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(code);
    }

    public GraphQlSocket subscribe(String id, String document) {
        return subscribe(id, document, Map.of());
    }

    public GraphQlSocket subscribe(String id, String document, Map<String, Object> variables) {
        var payload = JsonObject.of("query", document, "variables", new JsonObject(variables));
        return sayText(
                JsonObject.of("type", "subscribe", "id", id, "payload", payload).encode());
    }

    /// Take the next frame, which must be an item without errors; return the subscription's field of it.
    public JsonObject item(String field) {
        var payload = payload();
        assertThat(payload.getJsonArray("errors")).as("errors").isNull();
        return payload.getJsonObject("data").getJsonObject(field);
    }

    /// Take the next frame, which must be an item with an error; return its code.
    public String errorCode() {
        var errors = payload().getJsonArray("errors");
        assertThat(errors).as("errors").isNotNull();
        return errors.getJsonObject(0).getJsonObject("extensions").getString("code");
    }

    /// Take nothing from the wire any more.
    public void stopReading() {
        frames.reading = false;
    }

    /// The next frame that is no keep-alive.
    public JsonObject next() {
        try {
            for (var frame = frames.received.poll(10, TimeUnit.SECONDS);
                    frame != null;
                    frame = frames.received.poll(10, TimeUnit.SECONDS)) {
                if (!frame.getString("type").equals("ping")) {
                    return frame;
                }
            }
            throw new AssertionError("No frame came in time");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }

    private JsonObject payload() {
        var frame = next();
        assertThat(frame.getString("type")).as(frame::encodePrettily).isEqualTo("next");
        return frame.getJsonObject("payload");
    }

    private static final class Frames implements WebSocket.Listener {

        private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private volatile boolean reading = true;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                received.add(new JsonObject(partial.toString()));
                partial.setLength(0);
            }
            if (reading) {
                socket.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(-1);
        }
    }
}
