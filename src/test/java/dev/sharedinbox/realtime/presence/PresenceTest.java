package dev.sharedinbox.realtime.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PresenceTest {

    @Inject
    LiveFixtures fixtures;

    @Inject
    Pool pool;

    @Test
    void typing_isToldToOthersInTheChatWithNameAndEnd() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var lena = LiveSession.as("lena")
                        .hello()
                        .subscribeToChat("c", chat)
                        .expectCaughtUp();
                var omar = LiveSession.as("omar")
                        .hello()
                        .subscribeToChat("c", chat)
                        .expectCaughtUp()) {
            lena.typing(chat, true);

            var on = omar.expectEphemeral("typing");
            assertThat(on.getString("chatId")).isEqualTo(chat.toString());
            assertThat(on.getJsonObject("user").getMap())
                    .isEqualTo(Map.of("id", DemoIds.LENA.toString(), "name", "Lena"));
            assertThat(on.getBoolean("on")).isTrue();
            assertThat(Instant.parse(on.getString("expiresAt")))
                    .isBetween(Instant.now().minusSeconds(2), Instant.now().plusSeconds(2));

            lena.typing(chat, false);
            assertThat(omar.expectEphemeral("typing").getBoolean("on")).isFalse();
            lena.send("ping").expect("pong");
        }
    }

    @Test
    void typing_isNotToldToThoseWhoFollowEverything() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var lena = LiveSession.as("lena").hello();
                var omar = LiveSession.as("omar").hello().subscribe("changes").expectCaughtUp()) {
            lena.typing(chat, true).viewing(chat);

            assertThat(omar.expectEphemeral("viewing").getString("chatId")).isEqualTo(chat.toString());
        }
    }

    @Test
    void typingThatNobodyRenews_endsByItself() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var lena = LiveSession.as("lena").hello();
                var omar = LiveSession.as("omar")
                        .hello()
                        .subscribeToChat("c", chat)
                        .expectCaughtUp()) {
            lena.typing(chat, true);

            assertThat(omar.expectEphemeral("typing").getBoolean("on")).isTrue();
            assertThat(omar.expectEphemeral("typing").getBoolean("on")).isFalse();
        }
    }

    @Test
    void viewing_moves_whenAnotherChatIsOpened() {
        var first = fixtures.chatOf(DemoIds.LENA);
        var second = fixtures.chatOf(DemoIds.LENA);
        try (var lena = LiveSession.as("lena").hello();
                var omar = LiveSession.as("omar").hello().subscribe("changes").expectCaughtUp()) {
            lena.viewing(first);
            expectViewing(omar, first, true);

            lena.viewing(second);
            expectViewing(omar, first, false);
            expectViewing(omar, second, true);

            lena.viewing(null);
            expectViewing(omar, second, false);
        }
    }

    @Test
    void droppedConnection_endsViewingAtOnce() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var omar = LiveSession.as("omar").hello().subscribe("changes").expectCaughtUp()) {
            var lena = LiveSession.as("lena").hello().viewing(chat);
            expectViewing(omar, chat, true);

            lena.cut();

            expectViewing(omar, chat, false);
        }
    }

    @Test
    void viewerOnTwoConnections_leavesWithTheLast() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var omar = LiveSession.as("omar").hello().subscribe("changes").expectCaughtUp();
                var phone = LiveSession.as("lena").hello().viewing(chat)) {
            expectViewing(omar, chat, true);
            var laptop = LiveSession.as("lena").hello().viewing(chat);
            expectViewing(omar, chat, true);

            laptop.cut();
            phone.typing(chat, true).viewing(null);

            expectViewing(omar, chat, false);
            assertThat(omar.hasFrame()).isFalse();
        }
    }

    @Test
    void newSubscriber_learnsWhoViews() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var lena = LiveSession.as("lena").hello().viewing(chat)) {
            await().untilAsserted(() -> assertThat(viewersOf(chat)).containsExactly("Lena"));

            try (var omar = LiveSession.as("omar").hello().subscribeToChat("c", chat)) {
                expectViewing(omar, chat, true);
                omar.expectCaughtUp();
            }
            lena.subscribeToChat("c", chat).expectCaughtUp();
        }
        await().untilAsserted(() -> assertThat(viewersOf(chat)).isEmpty());
    }

    @Test
    void chatOutOfSight_cannotBeTypedInNorWatched() {
        var hers = fixtures.chatOf(DemoIds.LENA);
        var his = fixtures.chatOf(DemoIds.JONAS);
        try (var lena = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp();
                var jonas = LiveSession.as("jonas").hello();
                var omar = LiveSession.as("omar").hello()) {
            jonas.typing(hers, true).expectError("NOT_FOUND");
            jonas.viewing(hers).expectError("NOT_FOUND");
            jonas.viewing(fixtures.chatElsewhere()).expectError("NOT_FOUND");
            jonas.viewing("no id").expectError("NOT_FOUND");

            jonas.viewing(his);
            omar.viewing(hers);

            expectViewing(lena, hers, true);
        }
    }

    @Test
    void reassignedChat_isWatchedNoMore() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var kept = fixtures.chatOf(DemoIds.LENA);
        try (var lena = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp();
                var omar = LiveSession.as("omar").hello()) {
            fixtures.assign(chat, DemoIds.JONAS);
            lena.expectEvent("chat.left");

            omar.viewing(chat).viewing(kept);

            expectViewing(lena, kept, true);
        }
    }

    @Test
    void anotherNodesViewer_isToldAndForgottenWhenTheNodeFallsSilent() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var omar = LiveSession.as("omar").hello().subscribe("changes").expectCaughtUp()) {
            sayAsAnotherNode(
                    "presence",
                    JsonObject.of(
                                    "doing",
                                    "viewing",
                                    "connection",
                                    Ids.next().toString(),
                                    "chat",
                                    chat.toString(),
                                    "user",
                                    DemoIds.LENA.toString(),
                                    "name",
                                    "Lena",
                                    "ms",
                                    1500)
                            .encode());

            expectViewing(omar, chat, true);
            expectViewing(omar, chat, false);
        }
    }

    @Test
    void nodeThatBeginsToListen_isAnswered() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var heard = new java.util.concurrent.CopyOnWriteArrayList<String>();
        try (var lena = LiveSession.as("lena").hello().viewing(chat);
                var omar = LiveSession.as("omar").hello().subscribeToChat("c", chat)) {
            expectViewing(omar, chat, true);
            var other = pool.getConnection().await().atMost(Duration.ofSeconds(10));
            io.vertx.mutiny.pgclient.PgConnection.cast(other)
                    .notificationHandler(notification -> heard.add(notification.getPayload()));
            other.query("listen " + channel()).executeAndAwait();

            sayAsAnotherNode("presence.asked", "");

            await().untilAsserted(() -> assertThat(heard).anyMatch(payload -> payload.contains(chat.toString())));
            other.query("unlisten *").executeAndAwait();
            other.closeAndAwait();
        }
    }

    @Test
    void tooMuchTyping_isRefused() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var lena = LiveSession.as("lena").hello()) {
            for (int i = 0; i < 40; i++) {
                lena.typing(chat, true);
            }
            lena.expectError("RATE_LIMITED");
        }
    }

    @Test
    void viewers_areToldInListsAndOnlyOfVisibleChats() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var _ = LiveSession.as("lena").hello().viewing(chat);
                var _ = LiveSession.as("omar").hello().viewing(chat)) {
            await().untilAsserted(() -> assertThat(viewersOf(chat)).containsExactlyInAnyOrder("Lena", "Omar"));
            List<List<String>> all = GraphQl.as("lena")
                    .query("{ chats(first: 20) { edges { node { viewers { name } } } } }")
                    .get("chats.edges.node.viewers.name");
            assertThat(all).anySatisfy(names -> assertThat(names).containsExactlyInAnyOrder("Lena", "Omar"));
        }
    }

    private static List<String> viewersOf(UUID chat) {
        return GraphQl.as("omar")
                .query("query ($id: ID!) { chat(id: $id) { viewers { name } } }", Map.of("id", chat.toString()))
                .get("chat.viewers.name");
    }

    private static void expectViewing(LiveSession live, UUID chat, boolean on) {
        var event = live.expectEphemeral("viewing");
        assertThat(event.getString("chatId")).isEqualTo(chat.toString());
        assertThat(event.getBoolean("on")).isEqualTo(on);
    }

    private void sayAsAnotherNode(String kind, String body) {
        var payload = JsonObject.of("node", Ids.next().toString(), "kind", kind, "body", body);
        pool.preparedQuery("select pg_notify($1, $2)").executeAndAwait(Tuple.of(channel(), payload.encode()));
    }

    private static String channel() {
        return "inbox_" + DemoIds.WORKSPACE.toString().replace("-", "");
    }
}
