package dev.sharedinbox.realtime.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.chat.ChatChanges;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.NotifiedUser;
import dev.sharedinbox.testing.SentMessage;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// A chat in which things happen, and those who may be notified of them.
///
/// @param since where everybody's feed stood when it began
record NotificationScene(LiveFixtures fixtures, CustomerChat chat, Map<String, String> since) {

    private static final List<String> USERS = List.of("maya", "omar", "lena", "jonas");
    private static final List<String> WISHES = List.of("NONE", "ASSIGNED", "ALL");

    /// A chat that nobody has taken.
    static NotificationScene begun(LiveFixtures fixtures) {
        var chat = CustomerChat.begun();
        return new NotificationScene(
                fixtures,
                chat,
                USERS.stream()
                        .collect(Collectors.toMap(
                                user -> user, user -> NotifiedUser.called(user).cursor())));
    }

    /// A chat that is somebody's already.
    static NotificationScene begun(LiveFixtures fixtures, UUID assignee) {
        var scene = begun(fixtures);
        scene.isGiven("maya", assignee);
        return new NotificationScene(fixtures, scene.chat, begun(fixtures).since);
    }

    /// The kinds that each user is told of the chat with each wish. What they wish when they ask decides of
    /// all that they missed.
    Map<String, String> heard() {
        var heard = new TreeMap<String, String>();
        for (var user : USERS) {
            for (var wish : WISHES) {
                NotifiedUser.called(user).wants(wish);
                heard.put(user + " " + wish, String.join(" ", heardBy(user)));
            }
        }
        return heard;
    }

    /// The kinds that a user is told of the chat.
    List<String> heardBy(String user) {
        return NotifiedUser.called(user).kindsAfter(since.get(user), chat.id());
    }

    void isGiven(String by, UUID to) {
        isGiven(by, Map.of("userId", to.toString()));
    }

    void isGiven(String by, Map<String, ?> to) {
        var input = new HashMap<String, Object>(to);
        input.put("chatId", chat.id());
        assertThat(Agent.called(by).does("assignChat", input).userErrorCodes("assignChat"))
                .isEmpty();
    }

    /// A message of a user that the customer's phone rejects; its id.
    String fails(String user, String text) {
        chat.makes("REJECTS");
        var id = Agent.called(user).sends(chat, text);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(new SentMessage(id).status()).isEqualTo("FAILED"));
        return id;
    }

    /// The customer calls and nobody answers.
    void misses(String call) {
        post(calls(event(call, "connect")));
        post(calls(event(call, "terminate")));
    }

    /// It is told that the window closes soon which the chat has.
    void closesSoon() {
        var expiresAt = Database.column("""
                select to_char(w.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                from session_window w join chat c on c.contact_id = w.contact_id where c.id = ?::uuid
                """, chat.id()).getFirst();
        closesSoon(Instant.parse(expiresAt));
    }

    void closesSoon(Instant at) {
        fixtures.append(List.of(ChatChanges.closing(UUID.fromString(chat.id()), at)));
    }

    JsonObject calls(JsonObject... events) {
        return Meta.body("calls", Meta.SALES_NUMBER, JsonObject.of("calls", new JsonArray(List.of(events))));
    }

    JsonObject event(String call, String event) {
        return new JsonObject()
                .put("id", "wacid.notify-" + chat.phone() + "-" + call)
                .put("event", event)
                .put("timestamp", Long.toString(now()))
                .put("from", chat.phone())
                .put("to", "16505550100")
                .put("direction", "USER_INITIATED");
    }

    /// A text of the customer, told by WhatsApp.
    JsonObject text(String id, long timestamp, String text) {
        return Meta.text(chat.phone(), providerId(id), timestamp, text);
    }

    String providerId(String id) {
        return "wamid.notify-" + chat.phone() + "-" + id;
    }

    /// What is stored of a text of the customer.
    List<String> stored(String id) {
        return Database.column("select text from message where provider_message_id = ?", providerId(id));
    }

    static void post(JsonObject body) {
        Meta.post(body).then().statusCode(200);
    }

    static long now() {
        return Instant.now().getEpochSecond();
    }
}
