package dev.sharedinbox.realtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LossyWakeUps;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveFeedTest {

    @Inject
    LiveFixtures fixtures;

    @Inject
    LossyWakeUps wakeUps;

    @Inject
    ChangeLog log;

    @Inject
    Cursors cursors;

    @Test
    void message_comesWithItselfAndItsChat() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var live = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()) {
            fixtures.message(chat, "Hello?");

            var event = live.expectEvent("message.created");
            assertThat(event.getString("chatId")).isEqualTo(chat.toString());
            assertThat(event.getInteger("seq")).isEqualTo(1);
            assertThat(Instant.parse(event.getString("at"))).isNotNull();
            var message = event.getJsonObject("message");
            assertThat(message.getString("text")).isEqualTo("Hello?");
            assertThat(message.getString("direction")).isEqualTo("INCOMING");
            assertThat(message.getJsonObject("content").getString("kind")).isEqualTo("test");
            assertThat(message.getString("sentAt")).endsWith("Z");
            assertThat(event.getJsonObject("chat").getInteger("unreadCount")).isEqualTo(1);
        }
    }

    @Test
    void subscriptions_beginAtTheWelcome() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var live = LiveSession.as("lena").hello()) {
            fixtures.message(chat, "between welcome and subscribe");

            live.subscribe("changes").expectEvent("message.created");
            live.expectCaughtUp();
        }
    }

    @Test
    void chatTopic_hearsOfItsChatOnly() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var other = fixtures.chatOf(DemoIds.LENA);
        try (var live =
                LiveSession.as("lena").hello().subscribeToChat("one", chat).expectCaughtUp()) {
            fixtures.message(other, "elsewhere");
            fixtures.message(chat, "here");

            assertThat(live.expectEvent("message.created").getString("chatId")).isEqualTo(chat.toString());
        }
    }

    @Test
    void resumed_getsWhatItMissedAndThenTheBorder() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var first = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp();
        fixtures.message(chat, "1");
        first.expectEvent("message.created");
        first.cut();
        fixtures.message(chat, "2");
        fixtures.message(chat, "3");

        try (var live = LiveSession.as("lena").hello(first.cursor()).subscribe("changes")) {
            assertThat(live.expectEvent("message.created").getInteger("seq")).isEqualTo(2);
            assertThat(live.expectEvent("message.created").getInteger("seq")).isEqualTo(3);
            live.expectCaughtUp();
            fixtures.message(chat, "4");
            assertThat(live.expectEvent("message.created").getInteger("seq")).isEqualTo(4);
        }
    }

    @Test
    void farBehindTheRing_isReplayedFromTheDatabase() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var start = LiveSession.as("lena").hello();
        for (int i = 0; i < 120; i++) {
            fixtures.message(chat, "missed");
        }

        try (var live = LiveSession.as("lena").hello(start.cursor()).subscribe("changes")) {
            for (int seq = 1; seq <= 120; seq++) {
                assertThat(live.expectEvent("message.created").getInteger("seq"))
                        .isEqualTo(seq);
            }
            live.expectCaughtUp();
        } finally {
            start.close();
        }
    }

    @Test
    void lostWakeUps_loseNothing() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var live = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()) {
            wakeUps.lose(true);
            for (int seq = 1; seq <= 30; seq++) {
                fixtures.message(chat, "unannounced");
            }

            for (int seq = 1; seq <= 30; seq++) {
                assertThat(live.expectEvent("message.created").getInteger("seq"))
                        .isEqualTo(seq);
            }
        } finally {
            wakeUps.lose(false);
        }
    }

    @Test
    void viewerOfLittle_learnsHowFarItGot() {
        var chat = fixtures.chatOf(DemoIds.JONAS);
        try (var live = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()) {
            fixtures.append(Collections.nCopies(60, NewChange.chat(ChangeType.CHAT_UPDATED, chat)));

            assertThat(live.expect("progress").getString("cursor")).isNotEqualTo(live.cursor());
        }
    }

    @Test
    void forgedCursor_mustLoadAfreshOnce() {
        try (var live = LiveSession.as("lena").hello("forged").subscribe("changes")) {
            live.expectResync("INVALID");

            live.subscribe("changes").expectCaughtUp();
        }
    }

    @Test
    void cursorOfSomebodyElse_isInvalid() {
        try (var jonas = LiveSession.as("jonas").hello();
                var live = LiveSession.as("lena").hello(jonas.cursor()).subscribe("changes")) {
            live.expectResync("INVALID");
        }
    }

    @Test
    void cursorOfAnotherLifeOrOfTheFuture_isInvalid() {
        var head = log.head(DemoIds.WORKSPACE).await().atMost(Duration.ofSeconds(30));
        var otherLife = cursors.encode(DemoIds.WORKSPACE, DemoIds.LENA, Ids.next(), head.position());
        var future = cursors.encode(DemoIds.WORKSPACE, DemoIds.LENA, head.life(), head.position() + 1000);
        try (var one = LiveSession.as("lena").hello(otherLife).subscribe("changes");
                var two = LiveSession.as("lena").hello(future).subscribe("changes")) {
            one.expectResync("INVALID");
            two.expectResync("INVALID");
        }
    }

    @Test
    void tooFarBehind_mustLoadAfresh() {
        var chat = fixtures.chatOf(DemoIds.JONAS);
        var start = LiveSession.as("lena").hello();
        fixtures.append(Collections.nCopies(401, NewChange.chat(ChangeType.CHAT_UPDATED, chat)));

        try (var live = LiveSession.as("lena").hello(start.cursor()).subscribe("changes")) {
            live.expectResync("TOO_MANY");
        } finally {
            start.close();
        }
    }
}
