package dev.sharedinbox.realtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.NotifiedUser;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How notifications come: in order, again after a cut, as everybody's wishes and access are at that moment.
@QuarkusTest
class NotificationFeedTest {

    private final NotifiedUser lena = NotifiedUser.called("lena");

    @Inject
    LiveFixtures fixtures;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void forget() {
        NotifiedUser.nobodySaidAnything(fixtures);
    }

    @Test
    void notification_comesJustBeforeItsChangeWithAllThereIsToShow() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var before = count();
        try (var live = listening("lena")) {
            fixtures.message(chat, "Hello?");

            var event = live.expectEvent("notification.created");
            assertThat(event.getString("chatId")).isEqualTo(chat.toString());
            assertThat(event.getInteger("seq")).isEqualTo(1);
            assertThat(event.getJsonObject("message").getString("text")).isEqualTo("Hello?");
            assertThat(event.getJsonObject("chat").getInteger("unreadCount")).isEqualTo(1);
            var notification = event.getJsonObject("notification");
            assertThat(notification.getString("kind")).isEqualTo("MESSAGE");
            assertThat(notification.getString("title")).isEqualTo("Ana");
            assertThat(notification.getString("body")).isEqualTo("Hello?");
            live.expectEvent("message.created");
            assertThat(count()).isGreaterThan(before);
        }
    }

    @Test
    void subscriptionOverGraphQl_bringsTheSame() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var live = GraphQlSocket.as("lena")
                .subscribe(
                        "s",
                        "subscription { changes { type seq message { text } chat { id }"
                                + " notification { id kind title body } notificationSettings { chats } } }")) {
            assertThat(live.item("changes").getString("type")).isEqualTo("caughtUp");

            fixtures.message(chat, "Hello?");

            var told = live.item("changes");
            assertThat(told.getString("type")).isEqualTo("notification.created");
            assertThat(told.getJsonObject("notification").getString("body")).isEqualTo("Hello?");
            assertThat(told.getJsonObject("chat").getString("id")).isEqualTo(chat.toString());
            var change = live.item("changes");
            assertThat(change.getString("type")).isEqualTo("message.created");
            assertThat(change.getJsonObject("notification")).isNull();
            lena.wants("NONE");
            assertThat(live.item("changes")
                            .getJsonObject("notificationSettings")
                            .getString("chats"))
                    .isEqualTo("NONE");
        }
    }

    @Test
    void oneChatsTopic_doesNotNotifyAgain() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var live = LiveSession.as("lena")
                .notified()
                .hello()
                .subscribeToChat("c", chat)
                .expectCaughtUp()) {
            fixtures.message(chat, "Hello?");

            live.expectEvent("message.created");
        }
    }

    @Test
    void cutAnywhere_losesNothingAndRepeatsOnlyWhatWasNotFollowedByItsChange() {
        // Given
        var chat = fixtures.chatOf(DemoIds.LENA);
        var frames = new ArrayList<JsonObject>();
        try (var live = listening("lena")) {
            for (int i = 0; i < 3; i++) {
                fixtures.message(chat, "one of many");
                fixtures.assign(chat, DemoIds.LENA);
            }
            for (int i = 0; i < 9; i++) {
                frames.add(live.expect("event"));
            }
        }

        for (int cut = 0; cut < frames.size(); cut++) {
            // When
            var resumed = after(frames.get(cut).getString("cursor"));

            // Then
            var wasCutBetween = type(frames.get(cut)).equals("notification.created");
            assertThat(resumed)
                    .as("cut after " + cut)
                    .isEqualTo(told(frames.subList(wasCutBetween ? cut : cut + 1, frames.size())));
        }
        assertThat(told(frames)).doesNotHaveDuplicates();
    }

    @Test
    void wishOnOneDevice_holdsOnTheOthersAtOnce() {
        var chat = fixtures.chatOf(DemoIds.JONAS);
        try (var live = listening("omar")) {
            fixtures.message(chat, "1");
            live.expectEvent("message.created");

            NotifiedUser.called("omar").wants("ALL");
            fixtures.message(chat, "2");
            live.expectEvent("notificationSettings.updated");
            live.expectEvent("notification.created");
            live.expectEvent("message.created");

            NotifiedUser.called("omar").wants("NONE");
            fixtures.message(chat, "3");
            fixtures.assign(chat, DemoIds.OMAR);
            fixtures.message(chat, "4");
            live.expectEvent("notificationSettings.updated");
            live.expectEvent("message.created");
            live.expectEvent("chat.updated");
            live.expectEvent("message.created");
        }
    }

    @Test
    void whoMuted_isSparedWhatTheyMissedToo() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var away = listening("lena");
        away.cut();
        fixtures.message(chat, "missed");
        lena.wants("NONE");

        try (var live = LiveSession.as("lena").notified().hello(away.cursor()).subscribe("changes")) {
            live.expectEvent("message.created");
            live.expectEvent("notificationSettings.updated");
            live.expectCaughtUp();
        }
    }

    @Test
    void chatThatIsTakenAway_notifiesOnlyItsNewAssignee() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var loser = listening("lena");
                var winner = listening("jonas")) {
            Agent.called("omar")
                    .does("assignChat", Map.of("chatId", chat.toString(), "userId", DemoIds.JONAS.toString()));
            fixtures.message(chat, "for jonas");
            var other = fixtures.chatOf(DemoIds.LENA);
            fixtures.message(other, "for lena");

            assertThat(winner.expectEvent("notification.created")
                            .getJsonObject("notification")
                            .getString("kind"))
                    .isEqualTo("CHAT_ASSIGNED");
            winner.expectEvent("chat.updated");
            winner.expectEventOf("notification.created", chat);
            winner.expectEventOf("message.created", chat);
            loser.expectEvent("chat.left");
            loser.expectEvent("chat.created");
            assertThat(loser.expectEvent("notification.created").getString("chatId"))
                    .isEqualTo(other.toString());
        }
    }

    @Test
    void chatLostMeanwhile_isNotNotifiedOfInTheReplay() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var away = listening("lena");
        away.cut();
        fixtures.message(chat, "written while it was hers");
        fixtures.assign(chat, DemoIds.JONAS);

        try (var live = LiveSession.as("lena").notified().hello(away.cursor()).subscribe("changes")) {
            live.expectEvent("chat.left");
            live.expectCaughtUp();
        }
    }

    private static LiveSession listening(String user) {
        return LiveSession.as(user).notified().hello().subscribe("changes").expectCaughtUp();
    }

    /// What is told after a cursor, until everything is.
    private static List<String> after(String cursor) {
        var frames = new ArrayList<JsonObject>();
        try (var live = LiveSession.as("lena").notified().hello(cursor).subscribe("changes")) {
            for (var frame = live.next(); !frame.getString("type").equals("caughtUp"); frame = live.next()) {
                frames.add(frame);
            }
        }
        return told(frames);
    }

    private static List<String> told(List<JsonObject> frames) {
        return frames.stream()
                .map(frame -> frame.getJsonObject("event"))
                .map(event -> event.getString("type") + " " + event.getString("at") + " "
                        + event.getJsonObject("notification", new JsonObject()).getString("id"))
                .toList();
    }

    private static String type(JsonObject frame) {
        return frame.getJsonObject("event").getString("type");
    }

    private double count() {
        return meters.counter("inbox.live.notifications", "kind", "MESSAGE").count();
    }
}
