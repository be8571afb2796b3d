package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallTest {

    private static final long NOW = Instant.now().getEpochSecond() - 600;
    private static final String OURS = "16505550100";

    private String phone = Phones.next();

    @Test
    void ringingCall_isAnEntryThatOpensTheWindowAndIsNotUnread() {
        // When
        post(theirs("c", "connect", 0));

        // Then
        assertThat(entries("c")).containsExactly("INCOMING RINGING");
        assertThat(chats()).containsExactly("OPEN 0 calm");
        assertThat(windows()).containsExactly(Long.toString(NOW + 86_400));
        assertThat(changes()).containsExactly("chat.created", "message.created");
    }

    @Test
    void missedCall_isUnreadAndWaits() {
        // Given
        post(theirs("c", "connect", 0));

        // When
        post(theirs("c", "terminate", 30));

        // Then
        assertThat(entries("c")).containsExactly("INCOMING MISSED");
        assertThat(chats()).containsExactly("OPEN 1 waits");
        assertThat(changes()).containsExactly("chat.created", "message.created", "message.updated");
        assertThat(shown().get("type")).isEqualTo("CALL");
        assertThat(shown().get("content")).isEqualTo(Map.of("status", "MISSED"));
    }

    @Test
    void eventsInAnyOrderAndTwice_endInTheSameEntry() {
        var random = new Random(20261123);
        for (var round = 0; round < 8; round++) {
            // Given
            phone = Phones.next();
            var posts = new ArrayList<>(List.of(
                    theirs("missed", "connect", 0),
                    theirs("missed", "terminate", 30),
                    theirs("taken", "connect", 100),
                    talked(theirs("taken", "terminate", 190), 110),
                    status("ours", "RINGING", 200),
                    status("ours", "ACCEPTED", 205),
                    talked(ours("ours", "terminate", 290), 205),
                    status("refused", "RINGING", 300),
                    status("refused", "REJECTED", 305)));
            posts.addAll(List.copyOf(posts));
            Collections.shuffle(posts, random);

            // When
            posts.forEach(CallTest::post);

            // Then
            assertThat(entries("missed")).containsExactly("INCOMING MISSED");
            assertThat(entries("taken")).containsExactly("INCOMING COMPLETED 80");
            assertThat(entries("ours")).containsExactly("OUTGOING COMPLETED 80");
            assertThat(entries("refused")).containsExactly("OUTGOING REJECTED");
            assertThat(chats()).hasSize(1).first().asString().startsWith("OPEN 1 ");
            assertThat(windows()).containsExactly(Long.toString(NOW + 205 + 86_400));
        }
    }

    @Test
    void callWithoutAnswerOfTheCustomer_opensNoWindow() {
        // When
        post(status("c", "RINGING", 0));
        post(ours("c", "terminate", 30));

        // Then
        assertThat(entries("c")).containsExactly("OUTGOING UNANSWERED");
        assertThat(chats()).containsExactly("OPEN 0 calm");
        assertThat(windows()).isEmpty();
    }

    private Map<String, Object> shown() {
        var chat = Database.column("""
                select chat.id::text from chat join contact on contact.id = chat.contact_id where contact.phone = ?
                """, "+" + phone).getFirst();
        return GraphQl.as("maya")
                .query(
                        "query ($chat: ID!) { chat(id: $chat) { messages { edges { node { type content } } } } }",
                        Map.of("chat", chat))
                .get("chat.messages.edges[0].node");
    }

    private List<String> entries(String call) {
        return Database.column("""
                select concat_ws(' ', direction, content ->> 'status', content ->> 'seconds') from message
                where type = 'CALL' and provider_message_id = ?
                """, id(call));
    }

    private List<String> chats() {
        return Database.column("""
                select concat_ws(' ', chat.status, unread_count,
                    case when waiting_since is null then 'calm' else 'waits' end)
                from chat join contact on contact.id = chat.contact_id where contact.phone = ?
                """, "+" + phone);
    }

    private List<String> windows() {
        return Database.column("""
                select extract(epoch from expires_at)::bigint::text from session_window
                join contact on contact.id = session_window.contact_id where contact.phone = ?
                """, "+" + phone);
    }

    private List<String> changes() {
        return Database.column("""
                select change.type from change join chat on chat.id = change.chat_id
                join contact on contact.id = chat.contact_id where contact.phone = ? order by change.position
                """, "+" + phone);
    }

    private String id(String call) {
        return "wacid.call-" + phone + "-" + call;
    }

    private JsonObject theirs(String call, String event, int later) {
        return event(call, event, later).put("from", phone).put("to", OURS).put("direction", "USER_INITIATED");
    }

    private JsonObject ours(String call, String event, int later) {
        return event(call, event, later).put("from", OURS).put("to", phone).put("direction", "BUSINESS_INITIATED");
    }

    private JsonObject event(String call, String event, int later) {
        return new JsonObject().put("id", id(call)).put("event", event).put("timestamp", Long.toString(NOW + later));
    }

    private static JsonObject talked(JsonObject call, int from) {
        return call.put("status", "COMPLETED")
                .put("start_time", Long.toString(NOW + from))
                .put("duration", 80);
    }

    private JsonObject status(String call, String word, int later) {
        return new JsonObject()
                .put("id", id(call))
                .put("type", "call")
                .put("status", word)
                .put("timestamp", Long.toString(NOW + later))
                .put("recipient_id", phone);
    }

    private static void post(JsonObject item) {
        var list = "call".equals(item.getString("type")) ? "statuses" : "calls";
        var value = new JsonObject().put(list, new JsonArray().add(item));
        Meta.post(Meta.body("calls", Meta.SALES_NUMBER, value)).then().statusCode(200);
    }
}
