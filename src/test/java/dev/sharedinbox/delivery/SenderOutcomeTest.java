package dev.sharedinbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.SentMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What becomes of a message whose call has no clear end.
@QuarkusTest
@TestProfile(HandedOver.class)
class SenderOutcomeTest extends SenderScene {

    @Test
    void deadNode_leavesAnUnknownMessageThatIsNeverCalledForAgain() {
        // Given
        var chat = outbox.chat(SALES);
        var messages = outbox.messages(SALES, chat, 2);
        var lost = new SentMessage(messages.getFirst().toString());
        assertThat(claims.take(Ids.next(), Map.of(), 10, 10, clock.instant())
                        .await()
                        .atMost(Duration.ofSeconds(30)))
                .hasSize(1);

        // When
        cleanUpAfter(config.lease().plusSeconds(1));
        startNode();

        // Then
        eventually().untilAsserted(() -> assertThat(carrier.called()).containsExactly(messages.getLast()));
        assertThat(lost.delivery()).containsExactly("UNKNOWN");
        assertThat(lost.attempts()).containsExactly("UNKNOWN");
        assertThat(lost.status()).isEqualTo("QUEUED");

        // When
        cleanUpAfter(config.lease().plus(config.unknownDeadline()));

        // Then
        assertThat(lost.status()).isEqualTo("FAILED");
        assertThat(lost.failure("code")).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(lost.failure("retryable")).isEqualTo("true");
        assertThat(lost.delivery()).isEmpty();
        assertThat(statusChanges(messages.getFirst())).isEqualTo(1);

        // When
        report(messages.getFirst(), "delivered");

        // Then
        assertThat(lost.status()).isEqualTo("DELIVERED");
        assertThat(lost.failure("code")).isEmpty();
        assertThat(carrier.called()).hasSize(1);
    }

    @Test
    void statusDuringTheCall_settlesTheMessageAndTheAnswerChangesNothing() {
        // Given
        var answer = new CompletableFuture<Outcome>();
        carrier.answersLater(_ -> Uni.createFrom().completionStage(answer));
        var id = oneMessage(SALES);
        var message = new SentMessage(id.toString());
        startNode();
        eventually().untilAsserted(() -> assertThat(carrier.called()).containsExactly(id));

        // When
        report(id, "read");
        answer.complete(new Outcome.Refused(FAILURE));

        // Then
        eventually()
                .untilAsserted(() -> assertThat(nodes.getFirst().openCalls()).isZero());
        assertThat(message.status()).isEqualTo("READ");
        assertThat(message.delivery()).isEmpty();
        assertThat(message.attempts()).containsExactly("ACCEPTED");
    }

    @Test
    void failureThatCameBeforeTheAnswer_isToldAsOneOnce() {
        // Given
        var answer = new CompletableFuture<Outcome>();
        carrier.answersLater(_ -> Uni.createFrom().completionStage(answer));
        var id = oneMessage(SALES);
        startNode();
        eventually().untilAsserted(() -> assertThat(carrier.called()).containsExactly(id));

        // When
        var early = status(id, "failed");
        early.remove("biz_opaque_callback_data");
        Meta.post(Meta.body(Meta.statuses(early))).then().statusCode(200);
        answer.complete(new Outcome.Accepted(FakeCarrier.providerId(id)));

        // Then
        eventually()
                .untilAsserted(() ->
                        assertThat(new SentMessage(id.toString()).status()).isEqualTo("FAILED"));
        assertThat(Database.count(
                        "select count(*) from change where message_id = ?::uuid and (detail ->> 'failed')::boolean",
                        id.toString()))
                .isEqualTo(1);
    }

    @Test
    void lateStatusOfAnEarlierAttempt_doesNotEndTheNewOne() {
        // Given
        var id = oneMessage(SALES);
        report(id, "failed");
        var message = new SentMessage(id.toString());
        assertThat(message.status()).isEqualTo("FAILED");
        database.run("update message set status = 'QUEUED', provider_message_id = null where id = $1", id);
        database.run("""
                insert into delivery (workspace_id, message_id, chat_id, business_number_id, due_at)
                select workspace_id, id, chat_id, business_number_id, now() from message where id = $1
                """, id);

        // When
        report(id, "failed");

        // Then
        assertThat(message.status()).isEqualTo("QUEUED");
        assertThat(message.delivery()).containsExactly("READY");
    }

    @Test
    void carrierThatThrows_leavesTheOutcomeUnknown() {
        // Given
        carrier.answersLater(_ -> {
            throw new IllegalStateException("a defect");
        });
        var message = new SentMessage(oneMessage(SALES).toString());

        // When
        startNode();

        // Then
        eventually().untilAsserted(() -> assertThat(message.delivery()).containsExactly("UNKNOWN"));
        assertThat(carrier.called()).hasSize(1);
    }

    private static void report(UUID messageId, String status) {
        Meta.post(Meta.body(Meta.statuses(status(messageId, status)))).then().statusCode(200);
    }

    private static JsonObject status(UUID messageId, String status) {
        return new JsonObject()
                .put("id", FakeCarrier.providerId(messageId))
                .put("status", status)
                .put("timestamp", "1795450000")
                .put("recipient_id", "16505551201")
                .put("biz_opaque_callback_data", messageId.toString());
    }

    private static long statusChanges(UUID messageId) {
        return Database.count(
                "select count(*) from change where type = 'message.status' and message_id = ?::uuid",
                messageId.toString());
    }
}
