package dev.sharedinbox.simulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CustomerWritesTest extends SimulatorTest {

    @Test
    void text_isPostedInMetasForm() {
        // When
        String id = writes(ADA, Map.of("text", "Hi, is the Saturday market still on?"))
                .statusCode(202)
                .body("accepted", is(true))
                .body("messageId", startsWith("wamid."))
                .extract()
                .path("messageId");

        // Then
        var value = receiver.posts().getFirst().value();
        assertThat(value.at("/metadata/phone_number_id").asText()).isEqualTo(SALES);
        assertThat(value.at("/metadata/display_phone_number").asText()).isEqualTo("16505550100");
        assertThat(value.at("/contacts/0/profile/name").asText()).isEqualTo("Ada Quill");
        assertThat(value.at("/contacts/0/user_id").asText()).isEqualTo("US.70010000000000000001");
        var message = receiver.messages(id).getFirst();
        assertThat(message.path("from").asText()).isEqualTo(ADA);
        assertThat(message.path("from_user_id").asText()).isEqualTo("US.70010000000000000001");
        assertThat(message.path("timestamp").isTextual()).isTrue();
        assertThat(message.at("/text/body").asText()).isEqualTo("Hi, is the Saturday market still on?");
    }

    @Test
    void textBeyondAscii_isEscapedAsMetaDoesAndSignedOverTheseBytes() throws Exception {
        // When
        writes(ADA, Map.of("text", "Grüße 🙂 a/b", "businessNumberId", "300100200300402"))
                .statusCode(202);

        // Then
        var post = receiver.posts().getFirst();
        assertThat(post.text()).contains("Gr\\u00fc\\u00dfe \\ud83d\\ude42 a\\/b");
        assertThat(post.signature()).isEqualTo("sha256=" + hmac(post.body()));
        assertThat(post.value().at("/metadata/phone_number_id").asText()).isEqualTo("300100200300402");
    }

    @Test
    void webhookRefusedAtFirst_isPostedAgainUntilTaken() {
        // Given
        receiver.answersNext(503, 503);

        // When
        String id =
                writes(ADA, Map.of("text", "Hello")).statusCode(202).extract().path("messageId");

        // Then
        assertThat(receiver.messages(id)).hasSize(3);
    }

    @Test
    void webhookRefusedEachTime_isReportedWithTheStatus() {
        // Given
        receiver.answersNext(401, 401, 401, 401, 401);

        // Then
        writes(ADA, Map.of("text", "Hello"))
                .statusCode(502)
                .contentType("application/problem+json")
                .body("webhookStatus", is(401));
    }

    @Test
    void unknownBusinessNumber_isRefused() {
        writes(ADA, Map.of("text", "Hello", "businessNumberId", "1"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(SALES));
    }

    @Test
    void unknownType_isRefused() {
        writes(ADA, Map.of("type", "telegram")).statusCode(400).body("detail", containsString("sticker"));
    }

    @Test
    void noPhone_isRefused() {
        writes("nobody", Map.of("text", "Hello")).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "image",
                "video",
                "audio",
                "document",
                "sticker",
                "location",
                "contacts",
                "button",
                "interactive",
                "reaction",
                "order",
                "edit",
                "revoke",
                "system",
                "unsupported"
            })
    void everyKind_carriesTheObjectNamedLikeItsType(String type) {
        // When
        String id = writes(ADA, Map.of("type", type)).statusCode(202).extract().path("messageId");

        // Then
        var message = receiver.messages(id).getFirst();
        assertThat(message.path("type").asText()).isEqualTo(type);
        assertThat(message.path(type).isContainerNode()).isTrue();
    }

    @Test
    void reply_quotesTheMessageOfTheBusiness() {
        // When
        String id = writes(ADA, Map.of("text", "Yes, that one", "replyTo", "wamid.ABC"))
                .extract()
                .path("messageId");

        // Then
        assertThat(receiver.messages(id).getFirst().at("/context/id").asText()).isEqualTo("wamid.ABC");
    }

    @Test
    void rowOfAList_isAListReply() {
        // When
        String id = writes(ADA, Map.of("type", "interactive", "id", "row-1", "title", "Rye", "description", "800 g"))
                .extract()
                .path("messageId");

        // Then
        var reply = receiver.messages(id).getFirst().path("interactive");
        assertThat(reply.path("type").asText()).isEqualTo("list_reply");
        assertThat(reply.at("/list_reply/description").asText()).isEqualTo("800 g");
    }

    @Test
    void customerWithoutPhone_isNamedByBsuidOnly() {
        // When
        String id = writes("16505551244", Map.of("text", "Hi", "bsuidOnly", true, "username", "dana.wren"))
                .extract()
                .path("messageId");

        // Then
        var message = receiver.messages(id).getFirst();
        var contact = receiver.posts().getFirst().value().at("/contacts/0");
        assertThat(message.has("from")).isFalse();
        assertThat(message.path("from_user_id").asText()).isEqualTo("US.70000000016505551244");
        assertThat(contact.has("wa_id")).isFalse();
        assertThat(contact.at("/profile/username").asText()).isEqualTo("dana.wren");
    }

    @Test
    void newName_staysWithTheCustomer() {
        // Given
        writes("16505551245", Map.of("text", "Hi", "name", "Zoë Lind")).statusCode(202);

        // When
        writes("16505551245", Map.of("text", "Again")).statusCode(202);

        // Then
        assertThat(receiver.posts())
                .extracting(post -> post.value().at("/contacts/0/profile/name"))
                .extracting(JsonNode::asText)
                .containsExactly("Zoë Lind", "Zoë Lind");
    }

    @Test
    void rawMessage_isPostedAsItIs() {
        // When
        String id = writes(ADA, Map.of("raw", Map.of("type", "poll_vote", "poll_vote", Map.of("option", 2))))
                .extract()
                .path("messageId");

        // Then
        var message = receiver.messages(id).getFirst();
        assertThat(message.at("/poll_vote/option").asInt()).isEqualTo(2);
        assertThat(message.path("from").asText()).isEqualTo(ADA);
    }

    @Test
    void brazilianPhone_isKnownWithoutItsNinthDigit() {
        // When
        String id = writes("5511987654321", Map.of("text", "Oi")).extract().path("messageId");

        // Then
        assertThat(receiver.messages(id).getFirst().path("from").asText()).isEqualTo("551187654321");
    }

    @Test
    void oldMessage_carriesItsTime() {
        // Given
        var yesterday = Instant.now().minusSeconds(90_000);

        // When
        String id = writes(ADA, Map.of("text", "Late", "sentAt", yesterday.toString()))
                .extract()
                .path("messageId");

        // Then
        assertThat(receiver.messages(id).getFirst().path("timestamp").asText())
                .isEqualTo(Long.toString(yesterday.getEpochSecond()));
    }

    @Test
    void anyWebhook_isSignedAndPosted() throws Exception {
        // When
        given().contentType(ContentType.JSON)
                .body("{\"object\":\"ä\"}")
                .post("/simulator/webhooks")
                .then()
                .statusCode(202);

        // Then
        var post = receiver.posts().getFirst();
        assertThat(post.text()).isEqualTo("{\"object\":\"\\u00e4\"}");
        assertThat(post.signature()).isEqualTo("sha256=" + hmac(post.body()));
    }

    @Test
    void anyWebhook_opensTheWindowOfItsAuthor() {
        // Given
        sends(text(ADA, "Too soon")).statusCode(400);

        // When
        given().contentType(ContentType.JSON)
                .body(Map.of("entry", List.of(Map.of("changes", List.of(Map.of("value", valueFrom(ADA)))))))
                .post("/simulator/webhooks")
                .then()
                .statusCode(202);

        // Then
        sends(text(ADA, "In time")).statusCode(200);
    }

    @Test
    void anyBytes_arePostedExactly() {
        // When
        given().body("{ not json").post("/simulator/webhooks?exact=true").then().statusCode(202);

        // Then
        assertThat(receiver.posts().getFirst().text()).isEqualTo("{ not json");
    }

    private static Map<String, Object> valueFrom(String phone) {
        return Map.of(
                "metadata", Map.of("phone_number_id", SALES),
                "messages", List.of(Map.of("from", phone, "id", "wamid.T", "type", "text")));
    }

    private static String hmac(byte[] body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("demo-app-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
