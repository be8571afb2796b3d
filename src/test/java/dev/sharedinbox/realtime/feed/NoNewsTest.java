package dev.sharedinbox.realtime.feed;

import static dev.sharedinbox.realtime.feed.NotificationScene.now;
import static dev.sharedinbox.realtime.feed.NotificationScene.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.NotifiedUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What notifies nobody, although it looks as if it should, or did before something else happened.
@QuarkusTest
class NoNewsTest {

    @Inject
    LiveFixtures fixtures;

    NotificationScene scene;

    @BeforeEach
    void begin() {
        scene = NotificationScene.begun(fixtures, DemoIds.LENA);
    }

    @AfterEach
    void forget() {
        NotifiedUser.nobodySaidAnything(fixtures);
    }

    @Test
    void customerWhoWasAnswered_doesNotWaitAnyMore() {
        scene.closesSoon();
        assertThat(scene.heardBy("lena")).containsExactly("SESSION_CLOSING");

        Agent.called("lena").sends(scene.chat(), "We do.");

        assertThat(scene.heardBy("lena")).isEmpty();
    }

    @Test
    void windowThatWasProlonged_doesNotCloseSoon() {
        scene.closesSoon(Instant.now().plusSeconds(60));

        assertThat(scene.heardBy("lena")).isEmpty();
    }

    @Test
    void messageThatArrivedAfterAll_didNotFail() {
        var message = scene.fails("lena", "Good morning");
        assertThat(scene.heardBy("lena")).containsExactly("MESSAGE_FAILED");

        fixtures.execute(
                "update message set status = 'DELIVERED', failure = null where id = $1", UUID.fromString(message));

        assertThat(scene.heardBy("lena")).isEmpty();
    }

    @Test
    void messageTakenBack_isNoNews() {
        post(Meta.body(Meta.messages(scene.text("mistake", now(), "By mistake"))));
        assertThat(scene.heardBy("lena")).containsExactly("MESSAGE");

        post(Meta.body(Meta.messages(
                scene.text("revocation", now(), "").mergeIn(Meta.revokeOf(scene.providerId("mistake"))))));

        assertThat(scene.heardBy("lena")).isEmpty();
    }

    @Test
    void callThatIsTaken_isNoNews() {
        post(scene.calls(scene.event("taken", "connect")));
        post(scene.calls(scene.event("taken", "terminate")
                .put("status", "COMPLETED")
                .put("start_time", Long.toString(now()))
                .put("duration", 80)));

        assertThat(scene.heardBy("lena")).isEmpty();
    }

    @Test
    void callWhoseEventsComeAtOnceAndTwice_isMissedOnce() {
        var both = scene.calls(scene.event("quick", "connect"), scene.event("quick", "terminate"));

        post(both);
        post(both);

        assertThat(scene.heardBy("lena")).containsExactly("MISSED_CALL");
    }

    @Test
    void importOfHistory_notifiesNobody() {
        var old =
                scene.text("old", now() - 864_000, "Long ago").put("history_context", JsonObject.of("status", "READ"));
        var thread = JsonObject.of("id", scene.chat().phone(), "messages", new JsonArray().add(old));
        var chunk = JsonObject.of("threads", new JsonArray().add(thread));

        post(Meta.body("history", Meta.SALES_NUMBER, JsonObject.of("history", new JsonArray().add(chunk))));

        assertThat(scene.stored("old")).containsExactly("Long ago");
        assertThat(scene.heard().values()).containsOnly("");
    }

    @Test
    void whatSomebodyElseAnswers_notifiesNobody() {
        var said = new JsonArray().add(scene.text("standby", now(), "When do you open?"));

        post(Meta.body("standby", Meta.SALES_NUMBER, JsonObject.of("standby", JsonObject.of("messages", said))));

        assertThat(scene.stored("standby")).containsExactly("When do you open?");
        assertThat(scene.heard().values()).containsOnly("");
    }

    @Test
    void messageOfAColleague_notifiesNobody() {
        Agent.called("maya").sends(scene.chat(), "I am on it.");

        assertThat(scene.heard().values()).containsOnly("");
    }
}
