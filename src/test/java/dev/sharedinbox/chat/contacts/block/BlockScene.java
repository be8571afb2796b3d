package dev.sharedinbox.chat.contacts.block;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static io.restassured.RestAssured.given;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A customer who has just written, and what colleagues do about them.
abstract class BlockScene {

    static final String CONTACT = """
            query ($id: ID!) { contact(id: $id) { id blocked blocks { businessNumber { id } since by { name } } } }
            """;

    @Inject
    Pool pool;

    @Inject
    Database database;

    GraphQl maya;
    CustomerChat chat;
    String contact;

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

    JsonObject from(String userId, String id) {
        var now = Instant.now().getEpochSecond();
        var message =
                Meta.text("", "wamid.block-" + chat.phone() + id, now, "Hi").put("from_user_id", userId);
        message.remove("from");
        return message;
    }

    Answer block(String contact) {
        return deed(maya, "blockContact", contact, null);
    }

    Answer unblock(String contact) {
        return deed(maya, "unblockContact", contact, null);
    }

    Answer unblock(String contact, UUID number) {
        return deed(maya, "unblockContact", contact, number);
    }

    static Answer deed(GraphQl api, String deed, String contact, UUID number) {
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

    Answer contact(String id) {
        return maya.query(CONTACT, Map.of("id", id));
    }

    long updates() {
        return Database.count(
                "select count(*) from change where type = 'chat.updated' and chat_id = ?::uuid", chat.id());
    }

    static List<String> atMeta() {
        return given().header("Authorization", "Bearer demo-access-token")
                .queryParam("limit", 1000)
                .get("/simulator/graph/v25.0/{number}/block_users", Meta.SALES_NUMBER)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data.wa_id");
    }

    static void fault(String fault) {
        given().contentType(ContentType.JSON)
                .body(Map.of("graph", fault))
                .put("/simulator/faults")
                .then()
                .statusCode(200);
    }

    static String contactOf(String chat) {
        return Database.column("select contact_id::text from chat where id = ?::uuid", chat)
                .getFirst();
    }
}
