package dev.sharedinbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.SentMessage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Plays nodes of its own against the real queue, with a carrier that does as it is told.
@QuarkusTest
@TestProfile(HandedOver.class)
class SenderTest {

    private static final UUID SALES = DemoIds.SALES_NUMBER;
    private static final UUID SUPPORT = DemoIds.SUPPORT_NUMBER;
    private static final Failure FAILURE = new Failure("1", "Title", null, "Advice", false);

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @Inject
    DeliveryConfig config;

    @Inject
    Claims claims;

    @Inject
    Settler settler;

    @Inject
    Settlement settlement;

    @Inject
    Leftovers leftovers;

    @Inject
    ChangeLog log;

    @Inject
    WakeUps wakeUps;

    @Inject
    DeliveryMetrics metrics;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    private final FakeCarrier carrier = new FakeCarrier();
    private final List<Sender> nodes = new ArrayList<>();

    @BeforeEach
    void emptyTheQueue() {
        database.run("delete from delivery");
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var node : nodes) {
            node.end(new ShutdownEvent());
        }
    }

    @Test
    void severalNodes_callOncePerMessageAndInOrder() {
        // Given
        var chats = new HashMap<UUID, List<UUID>>();
        for (int i = 0; i < 10; i++) {
            var chat = outbox.chat(SALES);
            chats.put(chat, outbox.messages(SALES, chat, 6));
        }

        // When
        startNode();
        startNode();
        startNode();

        // Then
        eventually().untilAsserted(() -> assertThat(queue()).isZero());
        assertThat(carrier.called()).hasSize(60).doesNotHaveDuplicates();
        assertThat(chats)
                .allSatisfy(
                        (chat, messages) -> assertThat(carrier.calledIn(chat)).isEqualTo(messages));
    }

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
    void attemptsWithoutEnd_endAsAFailureThatCanBeRetried() {
        // Given
        carrier.answers(_ -> new Outcome.RetryLater(FAILURE, clock.instant()));
        var chat = outbox.chat(SALES);
        var messages = outbox.messages(SALES, chat, 2);
        var first = new SentMessage(messages.getFirst().toString());

        // When
        startNode();

        // Then
        eventually().untilAsserted(() -> assertThat(first.status()).isEqualTo("FAILED"));
        assertThat(first.attempts()).hasSize(5).containsOnly("RETRY");
        assertThat(first.failure("retryable")).isEqualTo("true");
        assertThat(carrier.called().subList(0, 5)).containsOnly(messages.getFirst());
        eventually().untilAsserted(() -> assertThat(carrier.called()).hasSize(10));
    }

    @Test
    void pausedNumber_holdsUpNoOtherNumber() {
        // Given
        carrier.answers(delivery -> delivery.businessNumberId().equals(SALES)
                ? new Outcome.NumberPaused(FAILURE, clock.instant().plusSeconds(30))
                : new Outcome.Accepted(FakeCarrier.providerId(delivery.messageId())));
        for (int i = 0; i < 30; i++) {
            assertThat(oneMessage(SALES)).isNotNull();
        }
        var other = oneMessage(SUPPORT);

        // When
        startNode();

        // Then
        eventually()
                .untilAsserted(() ->
                        assertThat(new SentMessage(other.toString()).status()).isEqualTo("SENT"));
        assertThat(database.run("select from delivery where state = 'READY'")).hasSize(30);
        assertThat(carrier.called()).hasSizeLessThanOrEqualTo(Lane.capacity(config.callsPerSecond()) + 1);
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

    @Test
    void messageThatWaitsForTooLong_failsWithoutACall() {
        // Given
        var message = new SentMessage(oneMessage(SALES).toString());

        // When
        cleanUpAfter(config.retry().giveUpAfter().plusSeconds(1));

        // Then
        assertThat(message.status()).isEqualTo("FAILED");
        assertThat(message.failure("code")).isEqualTo("NOT_SENT_IN_TIME");
        assertThat(message.delivery()).isEmpty();
    }

    @Test
    void plannedStop_waitsForOpenCalls() throws InterruptedException {
        // Given
        carrier.answersLater(delivery -> Uni.createFrom()
                .<Outcome>item(new Outcome.Accepted(FakeCarrier.providerId(delivery.messageId())))
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(500)));
        var message = new SentMessage(oneMessage(SALES).toString());
        var node = startNode();
        eventually().untilAsserted(() -> assertThat(carrier.called()).hasSize(1));

        // When
        node.end(new ShutdownEvent());

        // Then
        assertThat(message.status()).isEqualTo("SENT");
    }

    private UUID oneMessage(UUID number) {
        return outbox.messages(number, outbox.chat(number), 1).getFirst();
    }

    private Sender startNode() {
        var node = new Sender(vertx, clock, config, claims, carrier, settler, metrics);
        nodes.add(node);
        node.start();
        return node;
    }

    private void cleanUpAfter(Duration time) {
        var later = Clock.offset(clock, time);
        new Janitor(vertx, pool, later, config, leftovers, settlement, log, wakeUps, metrics)
                .cleanUp()
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private static void report(UUID messageId, String status) {
        Meta.post(Meta.body(Meta.statuses(new JsonObject()
                        .put("id", FakeCarrier.providerId(messageId))
                        .put("status", status)
                        .put("timestamp", "1795450000")
                        .put("recipient_id", "16505551201")
                        .put("biz_opaque_callback_data", messageId.toString()))))
                .then()
                .statusCode(200);
    }

    private long queue() {
        return Database.count("select count(*) from delivery");
    }

    private static long statusChanges(UUID messageId) {
        return Database.count(
                "select count(*) from change where type = 'message.status' and message_id = ?::uuid",
                messageId.toString());
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
