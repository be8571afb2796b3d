package dev.sharedinbox.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SignIn;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LiveSocketTest {

    @Test
    void hello_isWelcomedWithCursorLimitsAndViewer() {
        try (var live = LiveSession.as("lena").send("hello")) {
            var welcome = live.expect("welcome");

            assertThat(welcome.getString("cursor")).isNotBlank();
            assertThat(welcome.getLong("heartbeatMs")).isEqualTo(25_000);
            assertThat(welcome.getJsonObject("limits").getInteger("subscriptions"))
                    .isEqualTo(50);
            assertThat(welcome.getJsonObject("viewer").getString("userId")).isEqualTo(DemoIds.LENA.toString());
            assertThat(welcome.getJsonObject("viewer").getString("access")).isEqualTo("MATCH_ASSIGNEE");
        }
    }

    @Test
    void browser_sendsItsTokenAsSubprotocol() {
        try (var live = LiveSession.fromBrowser(SignIn.tokenOf("lena"))) {
            live.hello().subscribe("changes").expectCaughtUp();
        }
    }

    @Test
    void noToken_isUnauthorized() {
        LiveSession.anonymous().expectClose(4401);
    }

    @Test
    void userOfNoWorkspace_isUnauthorized() {
        LiveSession.withToken(token("stranger", Duration.ofHours(1)))
                .send("hello")
                .expectClose(4401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "00000000-0000-0000-0000-000000000001"})
    void workspaceThatDoesNotKnowTheUser_isUnauthorized(String workspace) {
        LiveSession.as("lena").send("hello", "workspaceId", workspace).expectClose(4401);
    }

    @Test
    void silence_endsWithoutHello() {
        LiveSession.as("lena").expectClose(4408);
    }

    @Test
    void otherFrameBeforeHello_isBad() {
        LiveSession.as("lena").subscribe("changes").expectClose(4400);
    }

    @Test
    void secondHello_isBad() {
        LiveSession.as("lena").hello().send("hello").expectClose(4400);
    }

    @Test
    void brokenJson_isBad() {
        LiveSession.as("lena").hello().sendText("{\"type\":").expectClose(4400);
    }

    @Test
    void hugeFrame_isBad() {
        LiveSession.as("lena").hello().send("ack", "id", "x".repeat(70_000)).expectClose(4400);
    }

    @Test
    void subscriptionWithoutId_isBad() {
        LiveSession.as("lena").hello().send("subscribe", "topic", "changes").expectClose(4400);
    }

    @Test
    void ping_isAnswered() {
        try (var live = LiveSession.as("lena").hello().send("ack", "id", "a").send("ping")) {
            live.expect("pong");
        }
    }

    @Test
    void unknownTopicTypeOrChat_isRefusedAndTheConnectionLivesOn() {
        try (var live = LiveSession.as("lena").hello()) {
            live.subscribe("weather").expectError("INVALID_INPUT");
            live.send("wave", "id", "w");
            assertThat(live.expect("error").getMap())
                    .containsEntry("refused", "wave")
                    .containsEntry("id", "w");
            live.subscribeToChat("a", Ids.next()).expectError("NOT_FOUND");
            live.subscribeToChat("a", "no id at all").expectError("NOT_FOUND");
            live.subscribe("changes").expectCaughtUp();
        }
    }

    @Test
    void idInUse_isRefusedUntilUnsubscribed() {
        try (var live = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()) {
            live.subscribe("changes").expectError("INVALID_INPUT");
            live.send("unsubscribe", "id", "changes").subscribe("changes").expectCaughtUp();
        }
    }

    @Test
    void tooManySubscriptions_areRefused() {
        try (var live = LiveSession.as("lena").hello()) {
            for (int i = 0; i < 50; i++) {
                live.send("subscribe", "id", "s" + i, "topic", "changes").expectCaughtUp();
            }
            live.send("subscribe", "id", "one too many", "topic", "changes").expectError("RATE_LIMITED");
        }
    }

    @Test
    void tooManyFrames_areRefused() {
        try (var live = LiveSession.as("lena").hello()) {
            for (int i = 0; i < 150; i++) {
                live.sendText("{\"type\":\"ack\"}");
            }
            live.expectError("RATE_LIMITED");
        }
    }

    @Test
    void frameTooMany_isNamedByItsTypeAndIdAsAnyOtherThatIsRefused() {
        try (var live = LiveSession.as("lena").hello()) {
            for (int i = 0; i < 300; i++) {
                live.send(i % 2 == 0 ? "subscribe" : "wave", "topic", "weather", "id", "f" + i);
            }

            var codes = new HashSet<String>();
            for (int i = 0; i < 300; i++) {
                var refused = live.expect("error");
                assertThat(refused.getString("refused")).isEqualTo(i % 2 == 0 ? "subscribe" : "wave");
                assertThat(refused.getString("id")).isEqualTo("f" + i);
                codes.add(refused.getString("code"));
            }
            assertThat(codes).containsExactlyInAnyOrder("INVALID_INPUT", "RATE_LIMITED");
        }
    }

    @Test
    void longId_isRefused() {
        try (var live = LiveSession.as("lena").hello()) {
            live.send("subscribe", "topic", "changes", "id", "x".repeat(101));

            var refused = live.expect("error");
            assertThat(refused.getString("code")).isEqualTo("INVALID_INPUT");
            assertThat(refused.getString("refused")).isEqualTo("subscribe");
            assertThat(refused.getJsonArray("path")).containsExactly("id");
            assertThat(refused.containsKey("id")).isFalse();
            live.send("subscribe", "topic", "changes", "id", "x".repeat(100)).expectCaughtUp();
        }
    }

    @Test
    void tooManyConnections_areRefusedUntilOneEnds() {
        var open = new ArrayList<LiveSession>();
        try {
            for (int i = 0; i < 20; i++) {
                open.add(LiveSession.as("omar").hello());
            }
            LiveSession.as("omar").send("hello").expectClose(4409);
            LiveSession.as("maya").hello().close();
        } finally {
            open.forEach(LiveSession::close);
        }
    }

    @Test
    void expiredToken_endsTheConnection() {
        try (var live =
                LiveSession.withToken(token("lena", Duration.ofSeconds(4))).hello()) {
            live.expectClose(4401);
        }
    }

    @Test
    void renewedToken_keepsTheConnection() {
        try (var live = LiveSession.withToken(token("lena", Duration.ofSeconds(4)))
                        .hello();
                var unrenewed = LiveSession.withToken(token("lena", Duration.ofSeconds(5)))
                        .hello()) {
            live.send("token", "token", SignIn.tokenOf("lena"));

            unrenewed.expectClose(4401);
            live.send("ping").expect("pong");
        }
    }

    @Test
    void tokenOfSomebodyElse_isForbidden() {
        LiveSession.as("lena")
                .hello()
                .send("token", "token", SignIn.tokenOf("jonas"))
                .expectClose(4403);
    }

    @Test
    void brokenToken_isUnauthorized() {
        LiveSession.as("lena").hello().send("token", "token", "rubbish").expectClose(4401);
    }

    private static String token(String subject, Duration lifetime) {
        return Jwt.subject(subject).expiresIn(lifetime).sign();
    }
}
