package dev.sharedinbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Speaks `graphql-transport-ws` to `/graphql`, the way a browser does: the token comes with `connection_init`.
public final class GraphQlSocket implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Frames frames = new Frames();
    private final WebSocket socket;

    private GraphQlSocket() {
        socket = client.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws://localhost:" + RestAssured.port + "/graphql"), frames)
                .join();
    }

    /// A connection that was acknowledged, of a signed-in user.
    public static GraphQlSocket as(String user) {
        return open(JsonObject.of("Authorization", "Bearer " + SignIn.tokenOf(user)));
    }

    /// A connection that was acknowledged, of nobody.
    public static GraphQlSocket anonymous() {
        return open(new JsonObject());
    }

    public GraphQlSocket subscribe(String id, String document) {
        return subscribe(id, document, Map.of());
    }

    public GraphQlSocket subscribe(String id, String document, Map<String, Object> variables) {
        var payload = JsonObject.of("query", document, "variables", new JsonObject(variables));
        send(JsonObject.of("type", "subscribe", "id", id, "payload", payload));
        return this;
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

    private static GraphQlSocket open(JsonObject payload) {
        var opened = new GraphQlSocket();
        opened.send(JsonObject.of("type", "connection_init", "payload", payload));
        assertThat(opened.next().getString("type")).isEqualTo("connection_ack");
        return opened;
    }

    private JsonObject payload() {
        var frame = next();
        assertThat(frame.getString("type")).as(frame::encodePrettily).isEqualTo("next");
        return frame.getJsonObject("payload");
    }

    private void send(JsonObject frame) {
        socket.sendText(frame.encode(), true).join();
    }

    private static final class Frames implements WebSocket.Listener {

        private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
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
    }
}
