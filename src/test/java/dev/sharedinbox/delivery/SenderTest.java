package dev.sharedinbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.SentMessage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Messages leave the queue in order, in time, and are tried no more often than allowed.
@QuarkusTest
@TestProfile(HandedOver.class)
class SenderTest extends SenderScene {

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

    private long queue() {
        return Database.count("select count(*) from delivery");
    }
}
