package dev.sharedinbox.realtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SignIn;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for `/ws/v1` holds for the websocket of GraphQL.
@QuarkusTest
class GraphqlDoorTest {

    private static final String VIEWER = "{ viewer { user { name } } }";
    private static final String LIVE = "subscription { changes { type chatId reason message { text } } }";
    private static final String BIG = """
            { chats(first: 100) { edges { node { id contact { name phone } lastMessage { text } inbox { name }
                businessNumber { name } assignee { name } tags { name } session { state expiresAt } } } } }
            """;

    @Inject
    LiveFixtures fixtures;

    @Inject
    MeterRegistry meters;

    @Test
    void silence_endsWithoutInit() {
        try (var socket = GraphQlSocket.opened()) {
            socket.expectClose(4408);
        }
    }

    @Test
    void operationBeforeInit_isUnauthorized() {
        try (var socket = GraphQlSocket.opened()) {
            socket.subscribe("a", VIEWER).expectClose(4401);
        }
    }

    @Test
    void secondInit_isTooMany() {
        try (var socket = GraphQlSocket.as("lena")) {
            socket.sayText("{\"type\":\"connection_init\"}").expectClose(4429);
        }
    }

    @Test
    void tokenBesideTheOneItHas_isBad() {
        var init = "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer %s\"}}";
        try (var socket = GraphQlSocket.as("lena")) {
            socket.sayText(init.formatted(SignIn.tokenOf("lena"))).expectClose(4400);
        }
    }

    @Test
    void idInUse_endsTheConnection() {
        try (var socket = GraphQlSocket.as("lena").subscribe("a", LIVE)) {
            socket.item("changes");

            socket.subscribe("a", LIVE).expectClose(4409);
        }
    }

    @Test
    void idOfWhatIsOver_mayBeUsedAgain() {
        try (var socket = GraphQlSocket.as("lena").subscribe("a", LIVE)) {
            socket.item("changes");

            socket.say("complete", "id", "a").subscribe("a", LIVE);

            assertThat(socket.item("changes").getString("type")).isEqualTo("caughtUp");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rubbish",
                "[]",
                "{}",
                "{\"type\":5}",
                "{\"type\":\"wave\"}",
                "{\"type\":\"connection_init\",\"payload\":[]}",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ viewer { cursor } }\"}}",
                "{\"type\":\"subscribe\",\"id\":\"a\"}",
                "{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":{\"query\":5}}",
                "{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":{\"query\":\"{ viewer { cursor } }\",\"variables\":[]}}",
                "{\"type\":\"complete\"}"
            })
    void messageOfAnotherForm_isBad(String message) {
        try (var socket = GraphQlSocket.as("lena")) {
            socket.sayText(message).expectClose(4400);
        }
    }

    @Test
    void longId_isBad() {
        try (var socket = GraphQlSocket.as("lena")) {
            socket.subscribe("x".repeat(101), VIEWER).expectClose(4400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphql-ws", "bearer-token-carrier"})
    void otherProtocol_isNotSpoken(String protocol) {
        try (var socket = GraphQlSocket.opened(connecting -> connecting.subprotocols(protocol));
                var none = GraphQlSocket.opened(connecting -> connecting)) {
            socket.expectClose(4406);
            none.expectClose(4406);
        }
    }

    @Test
    void expiredToken_endsTheConnection() {
        var token = Jwt.subject("lena").expiresIn(Duration.ofSeconds(5)).sign();
        try (var socket = GraphQlSocket.withToken(token).subscribe("a", LIVE)) {
            socket.item("changes");

            socket.expectClose(4403);
            await().until(() -> subscriptions() == 0);
        }
    }

    @Test
    void tooManyConnections_areRefusedWhateverTheirKindUntilOneEnds() {
        var phones = new ArrayList<LiveSession>();
        var browsers = new ArrayList<GraphQlSocket>();
        try {
            IntStream.range(0, 10)
                    .forEach(_ -> phones.add(LiveSession.as("omar").hello()));
            IntStream.range(0, 10).forEach(_ -> browsers.add(GraphQlSocket.as("omar")));
            var token = SignIn.tokenOf("omar");

            try (var refused = GraphQlSocket.opened()) {
                refused.begin(token).expectClose(1013);
            }
            LiveSession.as("omar").send("hello").expectClose(4409);
            GraphQlSocket.as("maya").close();
            phones.removeFirst().close();
            await().ignoreExceptionsInstanceOf(AssertionError.class).until(() -> {
                browsers.add(GraphQlSocket.withToken(token));
                return true;
            });
        } finally {
            phones.forEach(LiveSession::close);
            browsers.forEach(GraphQlSocket::close);
        }
    }

    @Test
    void tooManyOperations_areRefusedUntilOneEnds() {
        try (var socket = GraphQlSocket.as("lena")) {
            for (int i = 0; i < 50; i++) {
                socket.subscribe("s" + i, LIVE).item("changes");
            }

            var refused = socket.subscribe("one too many", LIVE).next();
            assertThat(refused.getString("type")).isEqualTo("error");
            assertThat(refused.getString("id")).isEqualTo("one too many");
            assertThat(refused.encode()).contains("RATE_LIMITED");
            socket.say("complete", "id", "s0").subscribe("another", LIVE);
            assertThat(socket.item("changes").getString("type")).isEqualTo("caughtUp");
        }
    }

    @Test
    void whoSaysTooMuch_isHeardLater() {
        try (var socket = GraphQlSocket.as("lena")) {
            for (int i = 0; i < 250; i++) {
                socket.sayText("{\"type\":\"ping\"}");
            }

            for (int i = 0; i < 250; i++) {
                assertThat(socket.next().getString("type")).isEqualTo("pong");
            }
        }
    }

    @Test
    void changedRole_endsSubscriptionsAndCountsFromTheNextOn() {
        var his = fixtures.chatOf(DemoIds.JONAS);
        try (var socket = GraphQlSocket.as("lena").subscribe("a", LIVE)) {
            socket.item("changes");
            set("role_id", DemoIds.MANAGER_ROLE);

            var resync = socket.item("changes");
            assertThat(resync.getString("type")).isEqualTo("resyncRequired");
            assertThat(resync.getString("reason")).isEqualTo("ACCESS_CHANGED");
            assertThat(socket.next().getString("type")).isEqualTo("complete");
            socket.subscribe("b", LIVE).item("changes");
            fixtures.message(his, "for Lena the manager");
            assertThat(socket.item("changes").getString("chatId")).isEqualTo(his.toString());
        } finally {
            set("role_id", DemoIds.AGENT_ROLE);
        }
    }

    @Test
    void userWhoWasShutOut_hearsNothingMore() {
        try (var socket = GraphQlSocket.as("lena").subscribe("a", LIVE)) {
            socket.item("changes");
            set("active", false);

            assertThat(socket.item("changes").getString("reason")).isEqualTo("ACCESS_CHANGED");
            assertThat(socket.next().getString("type")).isEqualTo("complete");
            assertThat(socket.subscribe("b", LIVE).errorCode()).isEqualTo("UNAUTHENTICATED");
            assertThat(socket.next().getString("type")).isEqualTo("complete");
            assertThat(socket.subscribe("c", VIEWER).next().encode()).contains("UNAUTHENTICATED");
        } finally {
            set("active", true);
        }
    }

    @Test
    void whoDoesNotTakeAnswers_isNotAnsweredAndCutOffInTheEnd() {
        IntStream.range(0, 60).forEach(_ -> fixtures.message(fixtures.chatOf(DemoIds.LENA), "x".repeat(4_000)));
        var before = cutOffs();
        try (var socket = GraphQlSocket.as("maya")) {
            socket.stopReading();
            for (int i = 0; i < 400; i++) {
                socket.subscribe("q" + i, BIG, Map.of());
            }

            await().atMost(Duration.ofSeconds(20)).until(() -> cutOffs() > before);
        }
    }

    private void set(String column, Object value) {
        fixtures.execute(
                "update workspace_user set " + column + " = $2 where workspace_id = $1 and id = $3",
                DemoIds.WORKSPACE,
                value,
                DemoIds.LENA);
        fixtures.changeAccessOf(DemoIds.LENA);
    }

    private double subscriptions() {
        return meters.get("inbox.live.subscriptions").gauge().value();
    }

    private double cutOffs() {
        return meters.counter("inbox.live.cut").count();
    }
}
