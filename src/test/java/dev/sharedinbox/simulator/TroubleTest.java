package dev.sharedinbox.simulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.sharedinbox.simulator.world.Trouble;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TroubleTest extends SimulatorTest {

    @Test
    void rejects_failsAfterTheCallWasAccepted() {
        // When
        var wamid = sentTo(Trouble.REJECTS);

        // Then
        eventually()
                .untilAsserted(() -> assertThat(receiver.statusWordsOf(wamid)).containsExactly("failed"));
        var failed = receiver.statusesOf(wamid).getFirst();
        assertThat(failed.at("/errors/0/code").asInt()).isEqualTo(131026);
        assertThat(failed.path("biz_opaque_callback_data").asText()).isEqualTo("data of Hello");
        assertThat(failed.has("recipient_user_id")).isFalse();
    }

    @Test
    void failsAfterSent_isFirstSent() {
        var wamid = sentTo(Trouble.FAILS_AFTER_SENT);
        eventually()
                .untilAsserted(() -> assertThat(receiver.statusWordsOf(wamid)).containsExactly("sent", "failed"));
    }

    @Test
    void pairRate_refusesEachMessageTwice() {
        // Given
        wrote(Trouble.PAIR_RATE.phone());

        // Then
        for (var message : new String[] {"One", "Two"}) {
            refuses(Trouble.PAIR_RATE, message, 400, 131056);
            refuses(Trouble.PAIR_RATE, message, 400, 131056);
            sends(text(Trouble.PAIR_RATE.phone(), message)).statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OUTSIDE_WINDOW, 400, 131047",
        "SERVER_ERROR, 500, 131000",
        "PAYMENT_MISSING, 400, 131042",
        "SERVER_ERROR_BUT_SENT, 500, 131000"
    })
    void refusal_comesEachTime(Trouble trouble, int status, int code) {
        wrote(trouble.phone());
        refuses(trouble, "One", status, code);
        refuses(trouble, "One", status, code);
    }

    @Test
    void serverErrorButSent_isToldByTheStatuses() {
        // Given
        wrote(Trouble.SERVER_ERROR_BUT_SENT.phone());

        // When
        refuses(Trouble.SERVER_ERROR_BUT_SENT, "Hello", 500, 131000);

        // Then
        String wamid = given().queryParam("callbackData", "data of Hello")
                .get("/simulator/messages")
                .then()
                .body("[0].outcome", is("ACCEPTED"))
                .extract()
                .path("[0].wamid");
        eventually()
                .untilAsserted(() -> assertThat(receiver.statusWordsOf(wamid)).contains("read"));
    }

    @Test
    void statusBeforeResponse_hasCome() {
        var wamid = sentTo(Trouble.STATUS_BEFORE_RESPONSE);
        assertThat(receiver.statusWordsOf(wamid)).containsExactlyInAnyOrder("sent", "delivered");
    }

    @Test
    void duplicates_comeTwice() {
        // Given
        var phone = Trouble.DUPLICATES.phone();

        // When
        var question = wrote(phone);
        var wamid = sent(phone, "Hello");

        // Then
        eventually().untilAsserted(() -> {
            assertThat(receiver.messages(question)).hasSize(2);
            assertThat(receiver.statusWordsOf(wamid))
                    .containsExactlyInAnyOrder("sent", "sent", "delivered", "delivered", "read", "read");
        });
    }

    @Test
    void reorders_comesBackwardsWithTrueTimes() {
        // When
        var wamid = sentTo(Trouble.REORDERS);

        // Then
        eventually()
                .untilAsserted(
                        () -> assertThat(receiver.statusWordsOf(wamid)).containsExactly("read", "delivered", "sent"));
        assertThat(receiver.statusesOf(wamid).reversed())
                .extracting(status -> status.path("timestamp").asLong())
                .isSorted();
    }

    @Test
    void neverDelivered_staysSent_andSilentSaysNothing() {
        // When
        var undelivered = sentTo(Trouble.NEVER_DELIVERED);
        var silent = sentTo(Trouble.SILENT);
        wrote(ADA);
        var usual = sent(ADA, "Later");

        // Then
        eventually()
                .untilAsserted(() -> assertThat(receiver.statusWordsOf(usual)).contains("read"));
        assertThat(receiver.statusWordsOf(undelivered)).containsExactly("sent");
        assertThat(receiver.statusWordsOf(silent)).isEmpty();
    }

    @Test
    void hangs_isAnsweredLateAndLost() {
        // Given
        wrote(Trouble.HANGS.phone());

        // Then
        refuses(Trouble.HANGS, "Hello", 503, 133004);
        given().get("/simulator/messages").then().body("[0].outcome", is("UNANSWERED"));
    }

    @Test
    void cutAfterAccept_breaksTheConnectionAndSends() {
        // Given
        wrote(Trouble.CUT_AFTER_ACCEPT.phone());

        // When
        assertThatThrownBy(() -> sends(text(Trouble.CUT_AFTER_ACCEPT.phone(), "Hello")));

        // Then
        String wamid = given().get("/simulator/messages")
                .then()
                .body("size()", is(1))
                .body("[0].outcome", is("ACCEPTED"))
                .extract()
                .path("[0].wamid");
        eventually()
                .untilAsserted(() -> assertThat(receiver.statusWordsOf(wamid)).contains("read"));
    }

    @Test
    void troubleOfAnyone_canBeSetAndEndsWithTheWorld() {
        // Given
        given().contentType(ContentType.JSON)
                .body(Map.of("trouble", "SERVER_ERROR"))
                .put("/simulator/customers/{phone}/trouble", ADA)
                .then()
                .statusCode(200);
        wrote(ADA);
        sends(text(ADA, "Hello")).statusCode(500);

        // When
        given().delete("/simulator").then().statusCode(204);

        // Then
        given().get("/simulator/customers/{phone}", ADA).then().body("trouble", is("NONE"));
    }

    @Test
    void unknownTrouble_isRefused() {
        given().contentType(ContentType.JSON)
                .body(Map.of("trouble", "EARTHQUAKE"))
                .put("/simulator/customers/{phone}/trouble", ADA)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"HTTP_500, 500, 131000", "TOKEN_EXPIRED, 401, 190", "RATE_LIMITED, 400, 130429"})
    void graphFault_refusesEveryCall(String fault, int status, int code) {
        // Given
        wrote(ADA);

        // When
        fault(fault);

        // Then
        sends(text(ADA, "Hello")).statusCode(status).body("error.code", is(code));
        graph().get("/{account}/message_templates", ACCOUNT).then().statusCode(status);
    }

    @Test
    void rubbish_isNoJson() {
        fault("RUBBISH");
        sends(text(ADA, "Hello")).statusCode(200).contentType("text/html").body(containsString("<html>"));
    }

    @Test
    void slow_isDoneAllTheSame() {
        // Given
        wrote(ADA);

        // When
        fault("SLOW");

        // Then
        sends(text(ADA, "Hello")).statusCode(200);
    }

    @Test
    void overview_namesEveryTrouble() {
        given().get("/simulator")
                .then()
                .statusCode(200)
                .body("troubledPhones", aMapWithSize(Trouble.values().length - 1))
                .body("businessNumbers", aMapWithSize(2));
    }

    private String sentTo(Trouble trouble) {
        wrote(trouble.phone());
        return sent(trouble.phone(), "Hello");
    }

    private static ValidatableResponse refuses(Trouble trouble, String text, int status, int code) {
        return sends(text(trouble.phone(), text)).statusCode(status).body("error.code", is(code));
    }

    private static void fault(String fault) {
        given().contentType(ContentType.JSON)
                .body(Map.of("graph", fault))
                .put("/simulator/faults")
                .then()
                .statusCode(200);
    }
}
