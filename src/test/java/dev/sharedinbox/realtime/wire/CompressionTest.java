package dev.sharedinbox.realtime.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SignIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CompressionTest {

    private static final int BOMB = 20 << 20;

    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Short> closed = new CompletableFuture<>();

    @Inject
    Vertx vertx;

    @Inject
    LiveFixtures fixtures;

    @Test
    void clientThatOffersIt_getsItAndManyMessagesThroughIt() throws Exception {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var socket = connect("/ws/v1", true);

        socket.writeTextMessage("{\"type\":\"hello\"}");
        assertThat(next().getString("type")).isEqualTo("welcome");
        socket.writeTextMessage(
                "{\"type\":\"subscribe\",\"id\":\"a\",\"topic\":\"chat\",\"chatId\":\"%s\"}".formatted(chat));
        assertThat(next().getString("type")).isEqualTo("caughtUp");
        for (int i = 1; i <= 20; i++) {
            fixtures.message(chat, "the same again and again");
        }

        for (int i = 1; i <= 20; i++) {
            assertThat(next().getJsonObject("event").getInteger("seq")).isEqualTo(i);
        }
        socket.close();
    }

    @Test
    void clientThatDoesNot_isServedPlainly() throws Exception {
        var socket = connect("/ws/v1", false);

        socket.writeTextMessage("{\"type\":\"hello\"}");
        assertThat(next().getString("type")).isEqualTo("welcome");
        socket.close();
    }

    @Test
    void frameThatIsLongBeforeCompression_isStillBad() throws Exception {
        var socket = connect("/ws/v1", true);
        socket.writeTextMessage("{\"type\":\"hello\"}");
        assertThat(next().getString("type")).isEqualTo("welcome");

        socket.writeTextMessage("{\"type\":\"ack\",\"id\":\"" + "x".repeat(70_000) + "\"}");

        assertThat(closed).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo((short) 4400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/v1", "/graphql"})
    void fewBytesThatInflateToVeryMany_endTheConnectionAndNothingElse(String path) throws Exception {
        var socket = connect(path, true);
        try (var other = LiveSession.as("omar").hello()) {
            socket.writeTextMessage("x".repeat(BOMB));

            assertThat(closed).succeedsWithin(20, TimeUnit.SECONDS).isNotEqualTo((short) 4400);
            other.send("ping").expect("pong");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/v1", "/graphql"})
    void offer_isAcceptedAndNothingIsForcedOnOthers(String path) throws IOException {
        assertThat(answerTo(path, "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"))
                .startsWith("http/1.1 101")
                .contains("sec-websocket-extensions: permessage-deflate");
        assertThat(answerTo(path, "")).startsWith("http/1.1 101").doesNotContain("sec-websocket-extensions");
    }

    /// The head of the answer to an upgrade, in lower case. Clients keep it to themselves.
    private static String answerTo(String path, String offer) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var request =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n".repeat(path.equals("/graphql") ? 1 : 0)
                            + "Authorization: Bearer " + token() + "\r\n" + offer + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return reader.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n"))
                    .toLowerCase(Locale.ROOT);
        }
    }

    private WebSocket connect(String path, boolean compressed) throws Exception {
        var client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setTryUsePerMessageCompression(compressed)
                .setMaxFrameSize(2 * BOMB)
                .setMaxMessageSize(2 * BOMB));
        var address = new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(RestAssured.port)
                .setURI(path)
                .addHeader("Authorization", "Bearer " + token());
        if (path.equals("/graphql")) {
            address.addSubProtocol("graphql-transport-ws");
        }
        return client.connect(address)
                .onSuccess(socket -> socket.textMessageHandler(text -> frames.add(new JsonObject(text)))
                        .closeHandler(_ -> closed.complete(socket.closeStatusCode())))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private JsonObject next() throws InterruptedException {
        var frame = frames.poll(10, TimeUnit.SECONDS);
        assertThat(frame).isNotNull();
        return frame;
    }

    private static String token() {
        return SignIn.tokenOf("lena");
    }
}
