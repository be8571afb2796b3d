package dev.sharedinbox.whatsapp.graph;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.SentMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sends through the whole product to the simulator, which makes one kind of trouble at a time.
@QuarkusTest
class WhatsappCarrierTest {

    private Agent maya;

    @BeforeEach
    void signIn() {
        maya = Agent.called("maya");
    }

    @AfterEach
    void endFaults() {
        everyCallMeets("NONE");
    }

    @Test
    void pairLimit_isWaitedForAndTriedAgain() {
        // Given
        var chat = CustomerChat.troubled("PAIR_RATE");

        // When
        var message = sent(chat);

        // Then
        eventually().untilAsserted(() -> assertThat(message.status()).isEqualTo("READ"));
        assertThat(message.attempts()).containsExactly("RETRY", "RETRY", "ACCEPTED");
    }

    @Test
    void windowClosedAtWhatsapp_failsForGoodAndSaysWhatToDo() {
        // Given
        var chat = CustomerChat.troubled("OUTSIDE_WINDOW");

        // When
        var message = sent(chat);

        // Then
        eventually().untilAsserted(() -> assertThat(message.status()).isEqualTo("FAILED"));
        assertThat(message.failure("code")).isEqualTo("131047");
        assertThat(message.failure("advice")).contains("template");
        assertThat(message.attempts()).containsExactly("REFUSED");
        assertThat(maya.retries(message.id()).userErrorCodes("retryMessage")).containsExactly("NOT_RETRYABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVER_ERROR_BUT_SENT", "CUT_AFTER_ACCEPT"})
    void callWithoutGoodAnswer_isSettledByItsStatuses(String trouble) {
        // Given
        var chat = CustomerChat.troubled(trouble);

        // When
        var message = sent(chat);

        // Then
        eventually().untilAsserted(() -> assertThat(message.status()).isEqualTo("READ"));
        eventually().untilAsserted(() -> assertThat(message.delivery()).isEmpty());
        assertThat(message.attempts()).containsExactly("ACCEPTED");
        assertThat(chat.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATUS_BEFORE_RESPONSE", "REORDERS", "DUPLICATES"})
    void statusesInAnyOrder_endAsRead(String trouble) {
        // Given
        var chat = CustomerChat.troubled(trouble);

        // When
        var message = sent(chat);

        // Then
        eventually().untilAsserted(() -> assertThat(message.status()).isEqualTo("READ"));
        assertThat(message.delivery()).isEmpty();
        assertThat(chat.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVER_ERROR", "HANGS"})
    void lostMessage_isNeverRepeatedBlindlyAndTheAgentDecides(String trouble) {
        // Given
        var chat = CustomerChat.troubled(trouble);
        var message = sent(chat);
        eventually().untilAsserted(() -> assertThat(message.failure("code")).isEqualTo("OUTCOME_UNKNOWN"));
        assertThat(message.status()).isEqualTo("FAILED");
        assertThat(chat.calls()).hasSize(1);
        chat.makes("NONE");

        // When
        var again = maya.retries(message.id());

        // Then
        assertThat(again.text("retryMessage.message.status")).isEqualTo("QUEUED");
        eventually().untilAsserted(() -> assertThat(message.status()).isEqualTo("READ"));
        assertThat(message.failure("code")).isEmpty();
        assertThat(message.attempts()).containsExactly("UNKNOWN", "ACCEPTED");
    }

    @Test
    void unknownMessage_doesNotHoldUpItsChat() {
        // Given
        var chat = CustomerChat.troubled("SERVER_ERROR");
        var lost = sent(chat);
        eventually().untilAsserted(() -> assertThat(lost.attempts()).containsExactly("UNKNOWN"));
        chat.makes("NONE");

        // When
        var next = sent(chat);

        // Then
        eventually().untilAsserted(() -> assertThat(next.status()).isEqualTo("READ"));
    }

    @Test
    void failureAfterAcceptance_canBeRetried() {
        // Given
        var chat = CustomerChat.troubled("FAILS_AFTER_SENT");
        var message = sent(chat);
        eventually().untilAsserted(() -> assertThat(message.failure("code")).isEqualTo("131049"));
        chat.makes("NONE");

        // When
        assertThat(maya.retries(message.id()).userErrorCodes("retryMessage")).isEmpty();

        // Then
        eventually().untilAsserted(() -> assertThat(message.status()).isEqualTo("READ"));
        assertThat(maya.retries(message.id()).userErrorCodes("retryMessage")).containsExactly("NOT_RETRYABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOKEN_EXPIRED", "RATE_LIMITED"})
    void faultThatPasses_delaysTheMessageOnly(String fault) {
        // Given
        var chat = CustomerChat.begun();
        everyCallMeets(fault);
        var message = sent(chat);
        eventually()
                .untilAsserted(() -> assertThat(message.attempts()).isNotEmpty().doesNotContain("CALLING"));
        assertThat(message.status()).isEqualTo("QUEUED");

        // When
        everyCallMeets("NONE");

        // Then
        eventually().untilAsserted(() -> assertThat(message.status()).isEqualTo("READ"));
    }

    @Test
    void rubbish_leavesTheOutcomeUnknown() {
        // Given
        var chat = CustomerChat.begun();
        everyCallMeets("RUBBISH");

        // When
        var message = sent(chat);

        // Then
        eventually().untilAsserted(() -> assertThat(message.delivery()).containsExactly("UNKNOWN"));
        assertThat(message.status()).isEqualTo("QUEUED");
    }

    private SentMessage sent(CustomerChat chat) {
        return new SentMessage(maya.sends(chat, "Hello"));
    }

    private static void everyCallMeets(String fault) {
        given().contentType(ContentType.JSON)
                .body(Map.of("graph", fault))
                .put("/simulator/faults")
                .then()
                .statusCode(200);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
