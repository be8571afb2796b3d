package dev.sharedinbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One GraphQL subscription over `graphql-transport-ws`:
/// `GraphqlSubscription.as("lena").start("subscription { changes { type } }")`.
public final class GraphqlSubscription implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private volatile boolean reading = true;

    private GraphqlSubscription() {
        socket = CLIENT.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(LiveSession.address("/graphql"), new Reader())
                .join();
    }

    /// Connect as a seeded user, whose token travels in `connection_init`.
    public static GraphqlSubscription as(String user) {
        var connection = new GraphqlSubscription();
        connection.send(JsonObject.of(
                "type",
                "connection_init",
                "payload",
                JsonObject.of("Authorization", "Bearer " + SignIn.tokenOf(user))));
        assertThat(connection.next().getString("type")).isEqualTo("connection_ack");
        return connection;
    }

    public GraphqlSubscription start(String document) {
        return start(document, Map.of());
    }

    public GraphqlSubscription start(String document, Map<String, Object> variables) {
        return send(JsonObject.of(
                "id",
                "1",
                "type",
                "subscribe",
                "payload",
                JsonObject.of("query", document, "variables", new JsonObject(variables))));
    }

    /// Take the next item, which must carry data; return the value of a field of the subscription.
    public JsonObject expect(String field) {
        var frame = next();
        assertThat(frame.getString("type")).as(frame::encodePrettily).isEqualTo("next");
        var payload = frame.getJsonObject("payload");
        assertThat(payload.getJsonArray("errors")).as("errors").isNull();
        return payload.getJsonObject("data").getJsonObject(field);
    }

    /// Take the next item, which must carry an error; return its code.
    public String expectErrorCode() {
        var frame = next();
        assertThat(frame.getString("type")).as(frame::encodePrettily).isEqualTo("next");
        var errors = frame.getJsonObject("payload").getJsonArray("errors");
        assertThat(errors).as(frame::encodePrettily).isNotNull();
        return errors.getJsonObject(0).getJsonObject("extensions").getString("code");
    }

    public void expectComplete() {
        assertThat(next().getString("type")).isEqualTo("complete");
    }

    /// Take nothing from the wire any more.
    public void stopReading() {
        reading = false;
    }

    public void readOn() {
        reading = true;
        socket.request(1);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private JsonObject next() {
        try {
            var frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(frame).as("a frame").isNotNull();
            return frame;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private GraphqlSubscription send(JsonObject frame) {
        socket.sendText(frame.encode(), true).join();
        return this;
    }

    private final class Reader implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                frames.add(new JsonObject(text.toString()));
                text.setLength(0);
            }
            if (reading) {
                from.request(1);
            }
            return null;
        }
    }
}
