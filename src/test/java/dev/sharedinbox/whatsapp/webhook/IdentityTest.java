package dev.sharedinbox.whatsapp.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.SentMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdentityTest {

    private static final long NOW = Instant.now().getEpochSecond() - 600;
    private static final AtomicLong PEOPLE = new AtomicLong(74000);

    private String person = Long.toString(PEOPLE.incrementAndGet());
    private GraphQl maya;

    @BeforeEach
    void signIn() {
        maya = GraphQl.as("maya");
    }

    @Test
    void numberInBothForms_isOneContactWhoIsAnsweredInTheFormUsedLast() {
        // Given
        var tail = "8" + person + "01";
        post(from("5511" + tail, null, "a", 0));

        // When
        post(from("55119" + tail, null, "b", 1));
        post(from("5511" + tail, null, "c", 2));

        // Then
        assertThat(chatOf("a")).isEqualTo(chatOf("b")).isEqualTo(chatOf("c"));
        assertThat(phoneOf("a")).isEqualTo("+55119" + tail);
        assertThat(answeredAt("a")).isEqualTo("+5511" + tail);
    }

    @Test
    void cardThatWasAskedFor_linksItsNumberAndNoOtherCardDoes() {
        // When
        post(card("contact_request", phone(), "a"));
        post(card("other", "16505588888", "b"));

        // Then
        assertThat(identities()).containsExactly("BSUID " + userId(), "WA_ID " + phone());
    }

    @Test
    void messageNamingBoth_mergesTheContactsOfUserIdAndNumber() {
        // Given
        post(from(phone(), null, "number", 0));
        post(from(null, userId(), "user", 10));
        post(reaction("user"));

        // When
        post(from(phone(), userId(), "both", 20));

        // Then
        assertThat(identities()).containsExactly("BSUID " + userId(), "WA_ID " + phone());
        assertThat(Database.column("""
                        select concat_ws(' ', chat.status, chat.last_seq, (select string_agg(type, ',' order by seq)
                            from message where message.chat_id = chat.id))
                        from chat join contact_identity i on i.contact_id = chat.contact_id
                        where i.value = ? order by chat.started_at
                        """, userId())).containsExactly("CLOSED 2 TEXT,SYSTEM", "OPEN 2 TEXT,TEXT");
        assertThat(Database.column("""
                        select (reaction.actor = i.contact_id::text)::text from reaction, contact_identity i
                        where reaction.provider_message_id = ? and i.value = ?
                        """, id("reaction"), userId())).containsExactly("true");
        assertThat(Database.count("""
                        select count(*) from contact younger join contact_identity i on i.contact_id = younger.merged_into
                        where i.value = ?
                        """, userId())).isEqualTo(1);
    }

    @Test
    void numberThatAnotherUserIdShows_passesToThem() {
        // Given
        var other = userId() + "9";
        post(from(phone(), userId(), "former", 0));
        post(from(null, other, "new", 10));
        var cursor = maya.query("{ viewer { cursor } }").text("viewer.cursor");

        // When
        post(from(phone(), other, "both", 20));

        // Then
        assertThat(identities(userId())).containsExactly("BSUID " + userId());
        assertThat(identities(other)).containsExactly("BSUID " + other, "WA_ID " + phone());
        assertThat(chatOf("new")).isEqualTo(chatOf("both")).isNotEqualTo(chatOf("former"));
        assertThat(phoneOf("former")).isNull();
        assertThat(phoneOf("both")).isEqualTo("+" + phone());
        assertThat(maya.query("""
                        query ($after: String!) { changes(after: $after, first: 300) {
                          changes { type chatId chat { contact { phone } } } } }
                        """, Map.of("after", cursor)).<List<Map<String, Object>>>get("changes.changes"))
                .anySatisfy(change -> assertThat(change.toString())
                        .contains("chat.updated", chatOf("former"), "contact={phone=null}"));
    }

    @Test
    void whatIsWrittenToWhoHadTheNumber_doesNotReachWhoHasIt() {
        // Given
        post(from(phone(), userId(), "former", 0));
        post(from(null, userId() + "9", "new", 10));
        post(from(phone(), userId() + "9", "both", 20));

        // When
        var toFormer = send("former");
        var toNew = send("new");

        // Then
        assertThat(toNew.addressedTo()).isEqualTo("+" + phone());
        await().until(() -> "FAILED".equals(toFormer.status()));
        assertThat(given().queryParam("to", phone())
                        .get("/simulator/messages")
                        .jsonPath()
                        .getList("callbackData"))
                .containsExactly(toNew.id());
    }

    @Test
    void newUserIdUnderAKnownNumber_isTheSameCustomer() {
        // Given
        post(from(phone(), userId(), "former", 0));

        // When
        post(from(phone(), userId() + "9", "new", 10));

        // Then
        assertThat(chatOf("new")).isEqualTo(chatOf("former"));
        assertThat(answeredAt("new")).isEqualTo("+" + phone());
    }

    @Test
    void parallelSendersInRandomOrder_endInOneContact() throws Exception {
        for (var round = 0; round < 5; round++) {
            // Given
            person = Long.toString(PEOPLE.incrementAndGet());
            var bodies = IntStream.range(0, 12).mapToObj(this::anyOfThree).toList();
            var seed = round;
            List<Callable<Integer>> senders = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(sender -> () -> {
                        var order = new ArrayList<>(bodies);
                        Collections.shuffle(order, new Random(seed * 10L + sender));
                        return order.stream()
                                .mapToInt(body -> Meta.post(body).statusCode())
                                .max()
                                .orElseThrow();
                    })
                    .toList();

            // When
            var answers = inParallel(senders);

            // Then
            assertThat(answers).containsOnly(200);
            assertThat(identities()).containsExactly("BSUID " + userId(), "WA_ID " + phone());
            assertThat(Database.column("""
                            select concat_ws(' ', count(*), count(distinct c.contact_id),
                                count(distinct c.id) filter (where c.status <> 'CLOSED'))
                            from message m join chat c on c.id = m.chat_id where m.provider_message_id like ?
                            """, id("") + "%")).containsExactly("12 1 1");
        }
    }

    private JsonObject anyOfThree(int number) {
        return switch (number % 3) {
            case 0 -> from(phone(), null, "m" + number, number);
            case 1 -> from(null, userId(), "m" + number, number);
            default -> from(phone(), userId(), "m" + number, number);
        };
    }

    private List<String> identities() {
        return identities(userId());
    }

    private static List<String> identities(String userId) {
        return Database.column("""
                select i.kind || ' ' || i.value from contact_identity i
                join contact_identity known on known.contact_id = i.contact_id
                where known.value = ? order by i.kind, i.value
                """, userId);
    }

    private String phoneOf(String message) {
        return maya.query("query ($id: ID!) { chat(id: $id) { contact { phone } } }", Map.of("id", chatOf(message)))
                .text("chat.contact.phone");
    }

    /// Where a message to the customer goes.
    private String answeredAt(String message) {
        return send(message).addressedTo();
    }

    private SentMessage send(String message) {
        return new SentMessage(
                Agent.called("maya").send(chatOf(message), "Hello", Map.of()).text("sendMessage.message.id"));
    }

    private String chatOf(String message) {
        return Database.column("select chat_id::text from message where provider_message_id = ?", id(message))
                .getFirst();
    }

    private String phone() {
        return "165055" + person;
    }

    private String userId() {
        return "US.9" + person;
    }

    private String id(String name) {
        return "wamid.identity-" + person + "-" + name;
    }

    private JsonObject from(@Nullable String number, @Nullable String userId, String id, int later) {
        var message = Meta.text("", id(id), NOW + later, "Hi");
        message.remove("from");
        if (number != null) {
            message.put("from", number);
        }
        if (userId != null) {
            message.put("from_user_id", userId);
        }
        return Meta.body(Meta.messages(message));
    }

    private JsonObject card(String origin, String number, String id) {
        var phones = new JsonArray().add(new JsonObject().put("wa_id", number));
        var cards = new JsonArray().add(new JsonObject().put("origin", origin).put("phones", phones));
        var body =
                new JsonObject().put("type", "contacts").put("contacts", cards).put("from_user_id", userId());
        var message = Meta.text("", id(id), NOW, "").mergeIn(body);
        message.remove("from");
        return Meta.body(Meta.messages(message));
    }

    private JsonObject reaction(String target) {
        var reaction = new JsonObject().put("message_id", id(target)).put("emoji", "\uD83D\uDC4D");
        var message = Meta.text("", id("reaction"), NOW, "")
                .mergeIn(new JsonObject().put("type", "reaction").put("reaction", reaction))
                .put("from_user_id", userId());
        message.remove("from");
        return Meta.body(Meta.messages(message));
    }

    private static void post(JsonObject body) {
        Meta.post(body).then().statusCode(200);
    }

    private static List<Integer> inParallel(List<Callable<Integer>> tasks) throws Exception {
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var results = new ArrayList<Integer>();
            for (var result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
