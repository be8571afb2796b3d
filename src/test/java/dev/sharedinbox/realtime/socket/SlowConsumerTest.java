package dev.sharedinbox.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SlowConsumerTest {

    private static final String LONG_TEXT = "x".repeat(60_000);
    private static final int MESSAGES = 300;

    @Inject
    LiveFixtures fixtures;

    @Inject
    MeterRegistry meters;

    @Test
    void consumerWhoStopsReading_isClosedAndResumes() {
        // Given
        var chat = fixtures.chatOf(DemoIds.LENA);
        var before = slowCloses();
        var slow = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp();
        slow.stopReading();

        // When
        write(chat);
        await().atMost(Duration.ofSeconds(20)).until(() -> slowCloses() > before);

        // Then
        var seen = readWhatWasUnderWay(slow);
        assertThat(seen).isLessThan(MESSAGES);
        try (var live = LiveSession.as("lena").hello(slow.cursor()).subscribe("changes")) {
            for (int seq = seen + 1; seq <= MESSAGES; seq++) {
                assertThat(live.expectEvent("message.created").getInteger("seq"))
                        .isEqualTo(seq);
            }
        }
    }

    @Test
    void consumerWhoNeverReadsAgain_isCutOff() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var before = cutOffs();
        try (var slow = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()) {
            slow.stopReading();
            write(chat);

            await().atMost(Duration.ofSeconds(20)).until(() -> cutOffs() > before);
        }
    }

    private void write(UUID chat) {
        for (int i = 0; i < MESSAGES; i++) {
            fixtures.message(chat, LONG_TEXT);
        }
    }

    private int readWhatWasUnderWay(LiveSession slow) {
        slow.readOn();
        slow.expectClose(4413);
        var seen = 0;
        while (slow.hasFrame()) {
            seen = slow.expectEvent("message.created").getInteger("seq");
        }
        return seen;
    }

    private double slowCloses() {
        return meters.counter("inbox.live.closes", "reason", "TOO_SLOW").count();
    }

    private double cutOffs() {
        return meters.counter("inbox.live.cut").count();
    }
}
