package dev.sharedinbox.chat.contacts.block;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ContactBlockTest {

    private static final String CONTACT = """
            query ($id: ID!) { contact(id: $id) { id blocked blocks { businessNumber { id } since by { name } } } }
            """;

    @Inject
    Pool pool;

    @Inject
    Database database;

    private GraphQl maya;
    private CustomerChat chat;
    private String contact;

    @BeforeEach
    void someoneWrites() {
        maya = GraphQl.as("maya");
        chat = CustomerChat.begun();
        contact = contactOf(chat.id());
    }

    @AfterEach
    void metaIsWell() {
        fault("NONE");
    }

    @Test
    void blockedCustomer_isShownAndNeitherReachesUsNorWeThem() {
        // When
        var blocked = block(contact);

        // Then
        assertThat(blocked.userErrorCodes("blockContact")).isEmpty();
        assertThat(blocked.<Boolean>get("blockContact.contact.blocked")).isTrue();
        var shown = contact(contact);
        assertThat(shown.<List<String>>get("contact.blocks.businessNumber.id"))
                .containsExactly(DemoIds.SALES_NUMBER.toString());
        assertThat(shown.text("contact.blocks[0].by.name")).isEqualTo("Maya");
        assertThat(Instant.parse(shown.text("contact.blocks[0].since"))).isBeforeOrEqualTo(Instant.now());
        assertThat(Agent.called("maya").send(chat.id(), "Hello", Map.of()).userErrorCodes("sendMessage"))
                .containsExactly("CONTACT_BLOCKED");
        given().contentType(ContentType.JSON)
                .body(Map.of("text", "Hello?"))
                .post("/simulator/customers/{phone}/messages", chat.phone())
                .then()
                .statusCode(409);
    }

    @Test
    void liveClients_seeIt() {
        // Given
        var cursor = maya.query("{ viewer { cursor } }").text("viewer.cursor");

        // When
        block(contact);

        // Then
        assertThat(maya.query("""
                        query ($after: String!) { changes(after: $after, first: 300) {
                          changes { type chatId chat { contact { blocked } } } } }
                        """, Map.of("after", cursor)).<List<Map<String, Object>>>get("changes.changes"))
                .anySatisfy(
                        change -> assertThat(change.toString()).contains("chat.updated", chat.id(), "blocked=true"));
    }

    @Test
    void whatIsDoneTwice_isDoneOnce() {
        // When
        block(contact);
        var since = contact(contact).text("contact.blocks[0].since");
        var again = block(contact);
        var sinceAgain = contact(contact).text("contact.blocks[0].since");
        unblock(contact);
        var unblocked = unblock(contact);

        // Then
        assertThat(again.userErrorCodes("blockContact")).isEmpty();
        assertThat(sinceAgain).isEqualTo(since);
        assertThat(unblocked.userErrorCodes("unblockContact")).isEmpty();
        assertThat(unblocked.<Boolean>get("unblockContact.contact.blocked")).isFalse();
        assertThat(updates()).isEqualTo(2);
        assertThat(atMeta()).doesNotContain(chat.phone());
        Agent.called("maya").sends(chat, "Welcome back");
    }

    @Test
    void blockOfTheNextDay_staysOne() {
        // Given
        block(contact);
        forgetTheSession();

        // Then
        assertThat(block(contact).userErrorCodes("blockContact")).isEmpty();
        assertThat(unblock(contact).userErrorCodes("unblockContact")).isEmpty();
    }

    @Test
    void customerWhoDidNotWriteLately_cannotBeBlocked() {
        // Given
        var quiet = contactOf(chat().phone("+16505579998").insert(pool));
        var unknownToMeta = contactOf(chat().phone("+16505579999")
                .sessionExpiresAt(Instant.now().plus(Duration.ofHours(1)))
                .insert(pool));

        // Then
        assertThat(block(quiet).userErrorCodes("blockContact")).containsExactly("BLOCK_WINDOW_CLOSED");
        assertThat(block(unknownToMeta).userErrorCodes("blockContact")).containsExactly("BLOCK_WINDOW_CLOSED");
        assertThat(contact(unknownToMeta).<Boolean>get("contact.blocked")).isFalse();
    }

    @Test
    void eachNumber_blocksForItself() {
        // Given
        writesToSupport();
        var support = Database.column(
                        "select id::text from chat where contact_id = ?::uuid and business_number_id = ?::uuid",
                        contact,
                        DemoIds.SUPPORT_NUMBER.toString())
                .getFirst();

        // When
        block(contact);
        var both = contact(contact).<List<String>>get("contact.blocks.businessNumber.id");
        unblock(contact, DemoIds.SUPPORT_NUMBER);

        // Then
        assertThat(both).containsExactlyInAnyOrder(DemoIds.SALES_NUMBER.toString(), DemoIds.SUPPORT_NUMBER.toString());
        var maya = Agent.called("maya");
        assertThat(maya.send(support, "Hello", Map.of()).userErrorCodes("sendMessage"))
                .isEmpty();
        assertThat(maya.send(chat.id(), "Hello", Map.of()).userErrorCodes("sendMessage"))
                .containsExactly("CONTACT_BLOCKED");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_500, CARRIER_UNCLEAR",
        "RUBBISH, CARRIER_UNCLEAR",
        "TOKEN_EXPIRED, CARRIER_REFUSED",
        "RATE_LIMITED, CARRIER_UNAVAILABLE"
    })
    void metaThatFails_isToldAndTheSameDeedAgainWorks(String fault, String code) {
        // When
        fault(fault);
        var failed = block(contact);
        fault("NONE");
        var shown = contact(contact).<Boolean>get("contact.blocked");
        var again = block(contact);

        // Then
        assertThat(failed.userErrorCodes("blockContact")).containsExactly(code);
        assertThat(failed.<Object>get("blockContact.contact")).isNull();
        assertThat(shown).isFalse();
        assertThat(again.<Boolean>get("blockContact.contact.blocked")).isTrue();
    }

    @Test
    void callThatWasLostWithItsNode_isTakenOver() {
        // Given
        block(contact);
        database.run("""
                update contact_block set claimed_by = gen_random_uuid(), claimed_until = now() - interval '1 second'
                where contact_id = $1
                """, UUID.fromString(contact));

        // When
        var again = block(contact);

        // Then
        assertThat(again.userErrorCodes("blockContact")).isEmpty();
        assertThat(Database.column(
                        "select concat(blocked, confirmed, claimed_by) from contact_block where contact_id = ?::uuid",
                        contact))
                .containsExactly("tt");
    }

    @Test
    void agentsAtTheSameTime_allSeeItDoneOnce() {
        // When
        var answers = new ArrayList<CompletableFuture<Answer>>();
        for (int agent = 0; agent < 6; agent++) {
            answers.add(supplyAsync(() -> block(contact)));
        }

        // Then
        assertThat(answers.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.<Boolean>get("blockContact.contact.blocked"))
                        .isTrue());
        assertThat(updates()).isEqualTo(1);
    }

    @Test
    void blockingAndUnblockingAtTheSameTime_endAsMetaHasIt() {
        // When
        var answers = new ArrayList<CompletableFuture<Answer>>();
        for (int round = 0; round < 5; round++) {
            answers.add(supplyAsync(() -> block(contact)));
            answers.add(supplyAsync(() -> unblock(contact, DemoIds.SALES_NUMBER)));
        }
        answers.forEach(CompletableFuture::join);

        // Then
        assertThat(contact(contact).<Boolean>get("contact.blocked")).isEqualTo(atMeta().contains(chat.phone()));
    }

    @Test
    void roleWithoutThePermission_mayNot_andWhoMayNotSeeFindsNobody() {
        // Given
        database.run("update chat set assignee_id = $2 where id = $1", UUID.fromString(chat.id()), DemoIds.LENA);

        // Then
        assertThat(deed(GraphQl.as("lena"), "blockContact", contact, null).userErrorCodes("blockContact"))
                .containsExactly("FORBIDDEN");
        assertThat(deed(GraphQl.as("zoe"), "blockContact", contact, null).userErrorCodes("blockContact"))
                .containsExactly("NOT_FOUND");
        assertThat(deed(maya, "blockContact", contact, DemoIds.OTHER_NUMBER).userErrorCodes("blockContact"))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void contactThatProvesToBeAnElderOne_takesTheBlockAlong() {
        // Given
        var userId = "US.8" + chat.phone();
        database.run("delete from contact_identity where contact_id = $1 and kind = 'BSUID'", UUID.fromString(contact));
        database.run(
                "update contact set created_at = now() + interval '1 hour' where id = $1", UUID.fromString(contact));
        Meta.post(Meta.body(Meta.messages(from(userId, "one")))).then().statusCode(200);
        block(contact);

        // When
        Meta.post(Meta.body(Meta.messages(from(userId, "two").put("from", chat.phone()))))
                .then()
                .statusCode(200);

        // Then
        var elder = contact(contact);
        assertThat(elder.text("contact.id")).isNotEqualTo(contact);
        assertThat(elder.<Boolean>get("contact.blocked")).isTrue();
        assertThat(unblock(contact).<Boolean>get("unblockContact.contact.blocked"))
                .isFalse();
    }

    private JsonObject from(String userId, String id) {
        var now = Instant.now().getEpochSecond();
        var message =
                Meta.text("", "wamid.block-" + chat.phone() + id, now, "Hi").put("from_user_id", userId);
        message.remove("from");
        return message;
    }

    private Answer block(String contact) {
        return deed(maya, "blockContact", contact, null);
    }

    private Answer unblock(String contact) {
        return deed(maya, "unblockContact", contact, null);
    }

    private Answer unblock(String contact, UUID number) {
        return deed(maya, "unblockContact", contact, number);
    }

    private static Answer deed(GraphQl api, String deed, String contact, UUID number) {
        var input = new HashMap<String, Object>(Map.of("contactId", contact));
        if (number != null) {
            input.put("businessNumberId", number.toString());
        }
        var type = Character.toUpperCase(deed.charAt(0)) + deed.substring(1) + "Input";
        return api.query(
                "mutation ($input: %s!) { %s(input: $input) { contact { id blocked } errors { code path } } }"
                        .formatted(type, deed),
                Map.of("input", input));
    }

    private Answer contact(String id) {
        return maya.query(CONTACT, Map.of("id", id));
    }

    private long updates() {
        return Database.count(
                "select count(*) from change where type = 'chat.updated' and chat_id = ?::uuid", chat.id());
    }

    private void forgetTheSession() {
        database.run("""
                update session_window set expires_at = now() - interval '1 second' where contact_id = $1
                """, UUID.fromString(contact));
    }

    private void writesToSupport() {
        given().contentType(ContentType.JSON)
                .body(Map.of("text", "Hello", "businessNumberId", Meta.SUPPORT_NUMBER))
                .post("/simulator/customers/{phone}/messages", chat.phone())
                .then()
                .statusCode(202);
    }

    private static List<String> atMeta() {
        return given().header("Authorization", "Bearer demo-access-token")
                .queryParam("limit", 1000)
                .get("/simulator/graph/v25.0/{number}/block_users", Meta.SALES_NUMBER)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data.wa_id");
    }

    private static void fault(String fault) {
        given().contentType(ContentType.JSON)
                .body(Map.of("graph", fault))
                .put("/simulator/faults")
                .then()
                .statusCode(200);
    }

    private static String contactOf(String chat) {
        return Database.column("select contact_id::text from chat where id = ?::uuid", chat)
                .getFirst();
    }
}
