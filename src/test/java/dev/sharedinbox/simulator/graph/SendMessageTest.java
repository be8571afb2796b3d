package dev.sharedinbox.simulator.graph;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.sharedinbox.simulator.SimulatorTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SendMessageTest extends SimulatorTest {

    @Test
    void textInsideTheWindow_isAccepted() {
        // Given
        wrote(ADA);

        // Then
        sends(text(ADA, "We open at nine"))
                .statusCode(200)
                .body("messaging_product", is("whatsapp"))
                .body("contacts[0].input", is("+" + ADA))
                .body("contacts[0].wa_id", is(ADA))
                .body("contacts[0].user_id", is("US.70010000000000000001"))
                .body("messages[0].id", startsWith("wamid."))
                .body("messages[0].message_status", nullValue());
    }

    @Test
    void acceptedText_isSentThenDeliveredThenRead() {
        // Given
        wrote(ADA);

        // When
        var wamid = sent(ADA, "We open at nine");

        // Then
        eventually()
                .untilAsserted(
                        () -> assertThat(receiver.statusWordsOf(wamid)).containsExactly("sent", "delivered", "read"));
        assertThat(receiver.statusesOf(wamid)).allSatisfy(status -> {
            assertThat(status.path("recipient_id").asText()).isEqualTo(ADA);
            assertThat(status.path("recipient_user_id").asText()).isEqualTo("US.70010000000000000001");
            assertThat(status.path("biz_opaque_callback_data").asText()).isEqualTo("data of We open at nine");
        });
        assertThat(receiver.statusesOf(wamid))
                .extracting(status -> status.path("timestamp").asLong())
                .isSorted();
        assertThat(receiver.statusesOf(wamid).getFirst().at("/pricing/category").asText())
                .isEqualTo("service");
    }

    @Test
    void messageToABsuid_isAnsweredWithoutPhone() {
        // Given
        writes("16505551244", Map.of("text", "Hi", "bsuidOnly", true)).statusCode(202);

        // When
        String wamid = sends(Map.of(
                        "messaging_product", "whatsapp",
                        "recipient", "US.70000000016505551244",
                        "type", "text",
                        "text", Map.of("body", "Hello")))
                .statusCode(200)
                .body("contacts[0].input", is("US.70000000016505551244"))
                .body("contacts[0].wa_id", nullValue())
                .extract()
                .path("messages[0].id");

        // Then
        eventually().untilAsserted(() -> assertThat(receiver.statusesOf(wamid)).isNotEmpty());
        assertThat(receiver.statusesOf(wamid).getFirst().has("recipient_id")).isFalse();
    }

    @Test
    void phoneOfBrazil_isAnsweredWithTheIdItIsKnownBy() {
        // Given
        wrote("5511987654321");

        // Then
        sends(text("5511987654321", "Oi")).statusCode(200).body("contacts[0].wa_id", is("551187654321"));
    }

    @Test
    void reaction_isOnlySent() {
        // Given
        var question = wrote(ADA);

        // When
        String wamid = sends(Map.of(
                        "messaging_product",
                        "whatsapp",
                        "to",
                        ADA,
                        "type",
                        "reaction",
                        "reaction",
                        Map.of("message_id", question, "emoji", "👍")))
                .statusCode(200)
                .extract()
                .path("messages[0].id");
        var later = sent(ADA, "Later");

        // Then
        eventually()
                .untilAsserted(() -> assertThat(receiver.statusWordsOf(later)).contains("read"));
        assertThat(receiver.statusWordsOf(wamid)).containsExactly("sent");
    }

    @Test
    void interactiveButtons_areAccepted() {
        // Given
        wrote(ADA);

        // Then
        sends(Map.of(
                        "messaging_product",
                        "whatsapp",
                        "to",
                        ADA,
                        "type",
                        "interactive",
                        "context",
                        Map.of("message_id", "wamid.X"),
                        "interactive",
                        Map.of(
                                "type", "button",
                                "body", Map.of("text", "When?"),
                                "action",
                                        Map.of("buttons", new Object[] {
                                            Map.of("type", "reply", "reply", Map.of("id", "10", "title", "Ten"))
                                        }))))
                .statusCode(200);
    }

    @Test
    void everyCall_standsInTheLedger() {
        // Given
        sends(text(ADA, "Too soon")).statusCode(400);
        wrote(ADA);

        // When
        var wamid = sent(ADA, "In time");

        // Then
        given().queryParam("to", ADA)
                .get("/simulator/messages")
                .then()
                .statusCode(200)
                .body("outcome", contains("ACCEPTED", "REFUSED"));
        given().queryParam("callbackData", "data of In time")
                .get("/simulator/messages")
                .then()
                .body("size()", is(1))
                .body("[0].wamid", is(wamid))
                .body("[0].type", is("text"))
                .body("[0].request.text.body", is("In time"));
        given().queryParam("callbackData", "data of Too soon")
                .get("/simulator/messages")
                .then()
                .body("[0].code", is(131047));
    }

    @Test
    void readMarkWithTyping_isTaken() {
        // Given
        var id = wrote(ADA);

        // When
        sends(Map.of(
                        "messaging_product",
                        "whatsapp",
                        "status",
                        "read",
                        "message_id",
                        id,
                        "typing_indicator",
                        Map.of("type", "text")))
                .statusCode(200)
                .body("success", is(true));

        // Then
        given().queryParam("messageId", id)
                .get("/simulator/read-marks")
                .then()
                .body("size()", is(1))
                .body("[0].typing", is(true));
    }
}
