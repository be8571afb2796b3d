package dev.sharedinbox.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A file that a customer sent to the sales number.
///
/// @param chat the chat it is in
/// @param id the attachment
public record CustomerFile(String chat, String id) {

    private static final String GRAPH = "/simulator/graph/v25.0/";

    /// The simulator's sample of a type, sent the way its customers do.
    public static CustomerFile sample(String type) {
        String messageId = given().contentType("application/json")
                .body(Map.of("type", type))
                .post("/simulator/customers/{phone}/messages", Phones.next())
                .then()
                .statusCode(202)
                .extract()
                .path("messageId");
        return ofMessage(messageId);
    }

    /// A file of a webhook that a test writes itself.
    public static CustomerFile announced(String type, JsonObject medium) {
        var messageId = "wamid." + UUID.randomUUID();
        var message = new JsonObject()
                .put("from", Phones.next())
                .put("id", messageId)
                .put("timestamp", Long.toString(Instant.now().getEpochSecond()))
                .put("type", type)
                .put(type, medium);
        Meta.post(Meta.body(Meta.messages(message))).then().statusCode(200);
        return ofMessage(messageId);
    }

    /// Put bytes on the simulator's shelf; their media id.
    public static String uploaded(byte[] bytes, String mimeType) {
        return asMeta().multiPart("messaging_product", "whatsapp")
                .multiPart("type", mimeType)
                .multiPart("file", "file", bytes, mimeType)
                .post(GRAPH + Meta.SALES_NUMBER + "/media")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    public static void vanishes(String mediaId) {
        asMeta().delete(GRAPH + mediaId).then().statusCode(200);
    }

    public CustomerFile becomes(String state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(column("state")).isEqualTo(state));
        return this;
    }

    public String column(String name) {
        return Database.column("select " + name + "::text from attachment where id = ?::uuid", id)
                .getFirst();
    }

    /// A field of the attachment as GraphQL shows it to a user.
    public <T> T shown(String user, String field) {
        return GraphQl.as(user)
                .query("""
                        query ($id: ID!) { chat(id: $id) { messages { edges { node { attachments {
                          state url thumbnailUrl detectedType size hasThumbnail failure { code advice } } } } } } }
                        """, Map.of("id", chat))
                .get("chat.messages.edges[0].node.attachments[0]." + field);
    }

    public void isAssignedTo(UUID user) {
        var answer = Agent.called("maya").does("assignChat", Map.of("chatId", chat, "userId", user.toString()));
        assertThat(answer.userErrorCodes("assignChat")).isEmpty();
    }

    private static CustomerFile ofMessage(String messageId) {
        var file = "from attachment a join message m on m.id = a.message_id where m.provider_message_id = ?";
        return new CustomerFile(
                Database.column("select m.chat_id::text " + file, messageId).getFirst(),
                Database.column("select a.id::text " + file, messageId).getFirst());
    }

    private static RequestSpecification asMeta() {
        return given().header("Authorization", "Bearer demo-access-token");
    }
}
