package dev.sharedinbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// A client of `/ws/v1` that reads like the product:
/// `LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()`.
public final class LiveSession implements AutoCloseable {

    private static final int SEAL_BYTES = 16;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final LiveWire wire;
    private volatile boolean notified;
    private String cursor;

    /// A rule of a list's filter as clients write it.
    public static JsonObject rule(String field, String operator, String... values) {
        return JsonObject.of(
                "rule", JsonObject.of("field", field, "operator", operator, "values", new JsonArray(List.of(values))));
    }

    /// The position in the change log that a cursor stands for. Clients do not know it.
    public static long position(String cursor) {
        var sealed = Base64.getUrlDecoder().decode(cursor);
        var place = new String(sealed, SEAL_BYTES, sealed.length - SEAL_BYTES, StandardCharsets.UTF_8);
        return Long.parseLong(place.split("[:@]", 3)[1]);
    }

    private LiveSession(WebSocket.Builder connecting) {
        this(connecting, address("/ws/v1"));
    }

    private LiveSession(WebSocket.Builder connecting, URI address) {
        wire = new LiveWire(connecting, address, this::cares);
    }

    /// Connect to a product that runs elsewhere.
    public static LiveSession at(URI address, String token) {
        return new LiveSession(CLIENT.newWebSocketBuilder().header("Authorization", "Bearer " + token), address);
    }

    /// Connect as a seeded user.
    public static LiveSession as(String user) {
        return withToken(SignIn.tokenOf(user));
    }

    public static LiveSession withToken(String token) {
        return new LiveSession(CLIENT.newWebSocketBuilder().header("Authorization", "Bearer " + token));
    }

    public static LiveSession anonymous() {
        return new LiveSession(CLIENT.newWebSocketBuilder());
    }

    /// Connect like a browser, which can only offer subprotocols.
    public static LiveSession fromBrowser(String token) {
        var carrier = "quarkus-http-upgrade%23Authorization%23Bearer%20" + token;
        return new LiveSession(CLIENT.newWebSocketBuilder().subprotocols("bearer-token-carrier", carrier));
    }

    static URI address(String path) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return URI.create("ws://localhost:" + port + path);
    }

    /// Say hello and take the welcome.
    public LiveSession hello() {
        return send("hello").welcomed();
    }

    /// Say hello with the cursor of an earlier session.
    public LiveSession hello(String after) {
        return send("hello", "after", after).welcomed();
    }

    private LiveSession welcomed() {
        cursor = expect("welcome").getString("cursor");
        return this;
    }

    /// Subscribe to a topic under its own name.
    public LiveSession subscribe(String topic) {
        return send("subscribe", "id", topic, "topic", topic);
    }

    public LiveSession subscribeToChat(String id, Object chatId) {
        return send("subscribe", "id", id, "topic", "chat", "chatId", chatId.toString());
    }

    public LiveSession subscribeToList(String id, JsonObject filter) {
        return sendText(list(id, filter).encode());
    }

    /// Subscribe to a list from a cursor of its own or of its page.
    public LiveSession subscribeToList(String id, JsonObject filter, String after) {
        return sendText(list(id, filter).put("after", after).encode());
    }

    /// Subscribe to a list in another order than by activity, from a cursor of its own or of its page.
    public LiveSession subscribeToList(String id, JsonObject filter, String sort, String after) {
        return sendText(list(id, filter).put("sort", sort).put("after", after).encode());
    }

    /// Subscribe to the counts of these spaces.
    public LiveSession subscribeToCounts(String id, List<String> spaces) {
        return sendText(
                JsonObject.of("type", "subscribe", "id", id, "topic", "spaceCounts", "spaceIds", new JsonArray(spaces))
                        .encode());
    }

    private static JsonObject list(String id, JsonObject filter) {
        return JsonObject.of("type", "subscribe", "id", id, "topic", "chatList", "filter", filter);
    }

    /// Send a frame of a type with fields: name, value, name, value, ...
    public LiveSession send(String type, String... fields) {
        var frame = new JsonObject().put("type", type);
        for (int i = 0; i < fields.length; i += 2) {
            frame.put(fields[i], fields[i + 1]);
        }
        return sendText(frame.encode());
    }

    public LiveSession sendText(String text) {
        wire.send(text);
        return this;
    }

    /// Take the next frame, which must be of this type.
    public JsonObject expect(String type) {
        var frame = next();
        assertThat(frame).as("a frame of type " + type).isNotNull();
        assertThat(frame.getString("type")).as(() -> frame.encodePrettily()).isEqualTo(type);
        return frame;
    }

    /// Take the next frame, which must be an event of this type; return the event.
    public JsonObject expectEvent(String type) {
        var frame = expect("event");
        keep(frame);
        var event = frame.getJsonObject("event");
        assertThat(event.getString("type")).as(() -> event.encodePrettily()).isEqualTo(type);
        return event;
    }

    /// Take frames until one is an event about this chat, which must be of this type; return the event.
    public JsonObject expectEventOf(String type, Object chatId) {
        for (var frame = next(); frame != null; frame = next()) {
            keep(frame);
            var event = frame.getJsonObject("event");
            if (event != null && chatId.toString().equals(event.getString("chatId"))) {
                assertThat(event.getString("type"))
                        .as(() -> event.encodePrettily())
                        .isEqualTo(type);
                return event;
            }
        }
        throw new AssertionError("No event came of chat " + chatId);
    }

    /// Take the next frame, which must be an event that is in no log: of this type and without a cursor.
    public JsonObject expectEphemeral(String type) {
        var frame = expect("event");
        assertThat(frame.containsKey("cursor")).isFalse();
        var event = frame.getJsonObject("event");
        assertThat(event.getString("type")).as(() -> event.encodePrettily()).isEqualTo(type);
        return event;
    }

    /// Say what the user does in a chat: `typing`, `viewing`.
    public LiveSession typing(Object chatId, boolean on) {
        return sendText(JsonObject.of("type", "typing", "chatId", chatId.toString(), "on", on)
                .encode());
    }

    public LiveSession viewing(@Nullable Object chatId) {
        return sendText(JsonObject.of("type", "viewing", "chatId", chatId == null ? null : chatId.toString())
                .encode());
    }

    /// Keep the cursor of a frame that was processed.
    public void keep(JsonObject frame) {
        cursor = frame.getString("cursor");
    }

    public LiveSession expectCaughtUp() {
        cursor = expect("caughtUp").getString("cursor");
        return this;
    }

    public JsonObject expectResync(String reason) {
        var frame = expect("resync");
        assertThat(frame.getString("reason")).isEqualTo(reason);
        return frame;
    }

    public void expectError(String code) {
        assertThat(expect("error").getString("code")).isEqualTo(code);
    }

    /// Wait for the end; frames before it are left.
    public void expectClose(int code) {
        assertThat(wire.closeCode())
                .succeedsWithin(LiveWire.PATIENCE_SECONDS, TimeUnit.SECONDS)
                .isEqualTo(code);
    }

    /// The next frame, or null when none comes for long.
    public @Nullable JsonObject next() {
        return wire.next();
    }

    /// The next frame, if one comes at once.
    public Optional<JsonObject> soon() {
        return wire.soon();
    }

    /// The next frame; empty when the connection ends before one comes.
    public Optional<JsonObject> nextUnlessClosed() {
        return wire.nextUnlessClosed();
    }

    /// The code that the server closed with, or -1 when the connection just broke off.
    public int closeCode() {
        return wire.closeCode().exceptionally(_ -> -1).join();
    }

    /// Whether a frame came that nobody took yet.
    public boolean hasFrame() {
        return wire.hasFrame();
    }

    /// The newest cursor this client would keep.
    public String cursor() {
        return cursor;
    }

    /// Hear of notifications, too; other clients do not care for them and pass them over with their cursors.
    public LiveSession notified() {
        notified = true;
        return this;
    }

    /// Take nothing from the wire any more.
    public void stopReading() {
        wire.stopReading();
    }

    public void readOn() {
        wire.readOn();
    }

    /// Take one message from the wire, after [#stopReading].
    public void readOne() {
        wire.readOne();
    }

    /// Vanish, as a phone in a tunnel does.
    public void cut() {
        wire.cut();
    }

    @Override
    public void close() {
        wire.cut();
    }

    private boolean cares(JsonObject frame) {
        var isNotification = "notification.created"
                .equals(frame.getJsonObject("event", new JsonObject()).getString("type"));
        return notified || !isNotification;
    }
}
