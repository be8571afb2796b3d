package dev.sharedinbox.simulator.graph;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.sharedinbox.simulator.SimulatorTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RefusedMessageTest extends SimulatorTest {

    @Test
    void wrongToken_isRefusedAsMetaDoes() {
        given().header("Authorization", "Bearer wrong")
                .contentType("application/json")
                .body(text(ADA, "Hi"))
                .post("/simulator/graph/v25.0/{number}/messages", SALES)
                .then()
                .statusCode(401)
                .body("error.code", is(190))
                .body("error.type", is("OAuthException"))
                .body("error.fbtrace_id", not(emptyOrNullString()));
    }

    @Test
    void customerWhoNeverWrote_isOutsideTheWindow() {
        sends(text(ADA, "Hi"))
                .statusCode(400)
                .body("error.message", is("(#131047) Re-engagement message"))
                .body("error.code", is(131047))
                .body("error.error_data.messaging_product", is("whatsapp"))
                .body("error.error_data.details", containsString("24 hours"));
    }

    @Test
    void customerWhoWroteLongAgo_isOutsideTheWindow() {
        // Given
        var longAgo = Instant.now().minusSeconds(24 * 3600 + 60).toString();
        writes(ADA, Map.of("text", "Hi", "sentAt", longAgo)).statusCode(202);

        // Then
        sends(text(ADA, "Hi")).statusCode(400).body("error.code", is(131047));
    }

    @Test
    void windowOfTheOtherNumber_doesNotCount() {
        // Given
        writes(ADA, Map.of("text", "Hi", "businessNumberId", "300100200300402")).statusCode(202);

        // Then
        sends(text(ADA, "Hi")).statusCode(400).body("error.code", is(131047));
    }

    @Test
    void unknownNumber_isNotFound() {
        graph().body(text(ADA, "Hi"))
                .post("/1/messages")
                .then()
                .statusCode(400)
                .body("error.code", is(100))
                .body("error.error_subcode", is(33));
    }

    @Test
    void tooManyMessagesToOneCustomer_areRefused() {
        // Given
        wrote(ADA);
        for (var count = 0; count < 45; count++) {
            sends(text(ADA, "Message " + count)).statusCode(200);
        }

        // Then
        sends(text(ADA, "One more")).statusCode(400).body("error.code", is(131056));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "131008 | {'to':'16505551201','type':'text','text':{'body':'x'}}",
                "131008 | {'messaging_product':'whatsapp','type':'text','text':{'body':'x'}}",
                "131009 | {'messaging_product':'whatsapp','to':'abc','type':'text','text':{'body':'x'}}",
                "131021 | {'messaging_product':'whatsapp','to':'16505550100','type':'text','text':{'body':'x'}}",
                "131051 | {'messaging_product':'whatsapp','to':'16505551201','type':'poll','poll':{}}",
                "131008 | {'messaging_product':'whatsapp','to':'16505551201','type':'text'}",
                "131009 | {'messaging_product':'whatsapp','to':'16505551201','type':'text','text':{'body':''}}",
                "131009 | {'messaging_product':'whatsapp','to':'16505551201','type':'image','image':{}}",
                "100 | {'messaging_product':'whatsapp','to':'16505551201','type':'image','image':{'id':'5'}}",
                "131009 | {'messaging_product':'whatsapp','to':'16505551201','type':'location','location':{'latitude':99,'longitude':0}}",
                "131009 | {'messaging_product':'whatsapp','to':'16505551201','type':'interactive','interactive':{'type':'odd'}}",
                "131009 | {'messaging_product':'whatsapp','status':'read','message_id':'no'}",
                "100 | not json",
                "100 | [1]",
            })
    void wrongForm_isRefusedWithItsCode(int code, String body) {
        refused(body.replace('\'', '"'), code);
    }

    @Test
    void tooLongText_isRefused() {
        refused(text(ADA, "x".repeat(4097)), 131009);
    }

    @Test
    void fourthButton_isRefused() {
        // Given
        var button = "{'type':'reply','reply':{'id':'%1$d','title':'%1$d'}}";
        var buttons =
                String.join(",", button.formatted(1), button.formatted(2), button.formatted(3), button.formatted(4));

        // Then
        refused(
                "{'messaging_product':'whatsapp','to':'16505551201','type':'interactive','interactive':{'type':'button',"
                                .replace('\'', '"')
                        + ("'body':{'text':'x'},'action':{'buttons':[" + buttons + "]}}}").replace('\'', '"'),
                131009);
    }

    private static ValidatableResponse refused(Object body, int code) {
        return sends(body).statusCode(400).body("error.code", is(code));
    }
}
