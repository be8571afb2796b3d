package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.SentMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NumberChangeTest {

    private static final long NOW = Instant.now().getEpochSecond() - 600;
    private static final AtomicLong PEOPLE = new AtomicLong(51000);

    private final String person = Long.toString(PEOPLE.incrementAndGet());

    private GraphQl maya;

    @BeforeEach
    void signIn() {
        maya = GraphQl.as("maya");
    }

    @Test
    void notice_showsTheNewNumberOnAllChatsAndTellsThem() {
        // Given
        post(Meta.SALES_NUMBER, written("A", "hello", 0));
        post(Meta.SUPPORT_NUMBER, written("A", "hello-support", 1));
        var cursor = maya.query("{ viewer { cursor } }").text("viewer.cursor");

        // When
        post(Meta.SALES_NUMBER, notice("A", "B", 10));

        // Then
        assertThat(phoneOf("hello")).isEqualTo("+" + number("B"));
        var told = maya.query("""
                        query ($after: String!) { changes(after: $after, first: 300) {
                          changes { type chatId chat { contact { phone } } } } }
                        """, Map.of("after", cursor)).<List<Map<String, Object>>>get("changes.changes");
        assertThat(told)
                .anySatisfy(change -> assertThat(change.toString())
                        .contains("chat.updated", chatOf("hello-support"), "+" + number("B")));
    }

    @Test
    void oldNumber_stillLeadsToTheCustomer_whoIsAnsweredOnTheNewOne() {
        // Given
        post(Meta.SALES_NUMBER, written("A", "hello", 0));
        post(Meta.SALES_NUMBER, notice("A", "B", 10));

        // When
        post(Meta.SALES_NUMBER, written("A", "late", 5));
        post(Meta.SALES_NUMBER, written("B", "new", 20));

        // Then
        assertThat(chatOf("late")).isEqualTo(chatOf("hello")).isEqualTo(chatOf("new"));
        assertThat(phoneOf("hello")).isEqualTo("+" + number("B"));
        assertThat(answeredAt("hello")).isEqualTo("+" + number("B"));
    }

    @Test
    void notice_standsInAClosedChatThatStaysClosed() {
        // Given
        post(Meta.SALES_NUMBER, written("A", "hello", 0));
        var chat = chatOf("hello");
        assertThat(Agent.called("maya")
                        .does("closeChat", Map.of("chatId", chat))
                        .userErrorCodes("closeChat"))
                .isEmpty();

        // When
        post(Meta.SALES_NUMBER, notice("A", "B", 10));

        // Then
        assertThat(chatOf("notice-AB10")).isEqualTo(chat);
        assertThat(maya.query("query ($id: ID!) { chat(id: $id) { status unreadCount } }", Map.of("id", chat))
                        .<Map<String, Object>>get("chat"))
                .isEqualTo(Map.of("status", "CLOSED", "unreadCount", 1));
    }

    @Test
    void noticesInTheWrongOrder_endWithTheNewest() {
        // Given
        post(Meta.SALES_NUMBER, written("A", "hello", 0));

        // When
        post(Meta.SALES_NUMBER, notice("A", "C", 30));
        post(Meta.SALES_NUMBER, notice("A", "B", 10));
        post(Meta.SALES_NUMBER, notice("A", "C", 30));

        // Then
        assertThat(phoneOf("hello")).isEqualTo("+" + number("C"));
        assertThat(answeredAt("hello")).isEqualTo("+" + number("C"));
    }

    @Test
    void customerWhoGoesBack_isAnsweredOnTheFormerNumber() {
        // Given
        post(Meta.SALES_NUMBER, written("A", "hello", 0));
        post(Meta.SALES_NUMBER, notice("A", "B", 10));

        // When
        post(Meta.SALES_NUMBER, notice("B", "A", 20));

        // Then
        assertThat(phoneOf("hello")).isEqualTo("+" + number("A"));
        assertThat(answeredAt("hello")).isEqualTo("+" + number("A"));
    }

    @Test
    void numberOfSomebodyElse_staysTheirs() {
        // Given
        post(Meta.SALES_NUMBER, written("B", "elder", 0));
        post(Meta.SALES_NUMBER, written("A", "hello", 1));

        // When
        post(Meta.SALES_NUMBER, notice("A", "B", 10));

        // Then
        assertThat(chatOf("elder")).isNotEqualTo(chatOf("hello"));
        assertThat(phoneOf("elder")).isEqualTo("+" + number("B"));
        assertThat(phoneOf("hello")).isEqualTo("+" + number("A"));
    }

    @Test
    void strangerUnderTheNumberThatTheCustomerLeft_isSomebodyElse() {
        // Given
        post(Meta.SALES_NUMBER, written("A", "hello", 0).put("from_user_id", userId("1")));
        post(Meta.SALES_NUMBER, notice("A", "B", 10));

        // When
        post(Meta.SALES_NUMBER, written("A", "stranger", 20).put("from_user_id", userId("2")));

        // Then
        assertThat(chatOf("stranger")).isNotEqualTo(chatOf("hello"));
        assertThat(phoneOf("stranger")).isEqualTo("+" + number("A"));
        assertThat(answeredAt("stranger")).isEqualTo("+" + number("A"));
        assertThat(answeredAt("hello")).isEqualTo("+" + number("B"));
    }

    @Test
    void lateMessageFromTheNumberThatTheCustomerLeft_isStillTheirs() {
        // Given
        post(Meta.SALES_NUMBER, written("A", "hello", 0).put("from_user_id", userId("1")));
        post(Meta.SALES_NUMBER, notice("A", "B", 10));

        // When
        post(Meta.SALES_NUMBER, written("A", "late", 5).put("from_user_id", userId("1")));

        // Then
        assertThat(chatOf("late")).isEqualTo(chatOf("hello"));
        assertThat(answeredAt("hello")).isEqualTo("+" + number("B"));
    }

    @Test
    void noticesAtOnceAndAgain_endWithTheNewest() {
        // Given
        post(Meta.SALES_NUMBER, written("A", "hello", 0));
        var bodies = new ArrayList<JsonObject>();
        for (var letter : List.of("B", "C", "D", "E")) {
            bodies.add(notice("A", letter, 10 * (letter.charAt(0) - 'A')));
            bodies.add(notice("A", letter, 10 * (letter.charAt(0) - 'A')));
            bodies.add(written("A", "late-" + letter, 5));
        }
        Collections.shuffle(bodies, new Random(3));

        // When
        bodies.stream()
                .map(body -> CompletableFuture.supplyAsync(
                        () -> Meta.post(Meta.body(Meta.messages(body))).statusCode()))
                .toList()
                .forEach(answer -> assertThat(answer.join()).isEqualTo(200));

        // Then
        assertThat(phoneOf("hello")).isEqualTo("+" + number("E"));
        assertThat(answeredAt("hello")).isEqualTo("+" + number("E"));
    }

    private String phoneOf(String message) {
        return chat(message).text("chat.contact.phone");
    }

    private Answer chat(String message) {
        return maya.query("query ($id: ID!) { chat(id: $id) { contact { phone } } }", Map.of("id", chatOf(message)));
    }

    /// Where a message to the customer goes.
    private String answeredAt(String message) {
        var sent = Agent.called("maya").send(chatOf(message), "Hello", Map.of()).text("sendMessage.message.id");
        return new SentMessage(sent).addressedTo();
    }

    private String chatOf(String message) {
        return Database.column("select chat_id::text from message where provider_message_id = ?", id(message))
                .getFirst();
    }

    private String number(String letter) {
        return "1651" + (555 + letter.charAt(0) - 'A') + person.substring(1);
    }

    private String userId(String name) {
        return "US.8" + person + name;
    }

    private String id(String message) {
        return "wamid.change-" + person + "-" + message;
    }

    private JsonObject written(String letter, String id, int later) {
        return Meta.text(number(letter), id(id), NOW + later, "Hello");
    }

    private JsonObject notice(String from, String to, int later) {
        var system = new JsonObject()
                .put("body", "User changed from one number to another")
                .put("wa_id", number(to))
                .put("type", "user_changed_number");
        var message = Meta.text(number(from), id("notice-" + from + to + later), NOW + later, "");
        message.remove("text");
        return message.put("type", "system").put("system", system);
    }

    private static void post(String number, JsonObject message) {
        Meta.post(Meta.body(number, Meta.messages(message))).then().statusCode(200);
    }
}
