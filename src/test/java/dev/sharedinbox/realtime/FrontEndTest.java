package dev.sharedinbox.realtime;

import static dev.sharedinbox.testing.LiveSession.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.NodeProgram;
import dev.sharedinbox.testing.Tunnel;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// The client in `src/main/typescript`, in a real Node, against the running product: whatever breaks on the
/// way, what it shows in the end is what somebody sees who comes then, and it was told of every message once
/// and in order.
@QuarkusTest
class FrontEndTest {

    private static final Path FRONT_END = Path.of("src", "test", "typescript", "front-end.ts");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> USERS = List.of("maya", "omar", "lena");
    private static final int DEEDS = 25;

    @Inject
    LiveFixtures fixtures;

    @Inject
    Pool pool;

    /// How long the tokens live that the front end gets.
    private Duration life = Duration.ofMinutes(5);
    private volatile boolean signsIn = true;
    private volatile String token = "";

    /// A new token, or the last again while nobody can sign in.
    private String signIn(String renew) {
        if (signsIn) {
            token = Jwt.subject("maya").expiresIn(life).sign();
        }
        return token;
    }

    @Test
    void frontEnd_isInStepAfterEverythingThatBreaks() throws IOException {
        // Given
        var tag = ChatFixtures.newTag(pool);
        var chats = Stream.generate(CustomerChat::begun).limit(8).toList();
        chats.forEach(chat -> deed("maya", "addChatTags", chat, Map.of("tagIds", List.of(tag.toString()))));
        try (var tunnel = Tunnel.dug();
                var node = NodeProgram.of(FRONT_END, new NodeProgram.Global("signIn", this::signIn))) {
            begin(node, tunnel, tag, chats);

            // When
            var writers = IntStream.range(0, USERS.size())
                    .mapToObj(i -> CompletableFuture.runAsync(() -> work(USERS.get(i), new Random(i), chats, tag)))
                    .toList();
            breakEverything(node, tunnel, chats, writers);
            writers.forEach(CompletableFuture::join);

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(rows(node.call("shown"))).isEqualTo(first(node)));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(node)).isEqualTo(once(messagesOf(chats))));
            assertThat(notes(node).getJsonArray("trouble")).isEmpty();
            assertThat(notes(node).getJsonArray("states").stream()
                            .filter(state -> state.toString().startsWith("waiting")))
                    .hasSizeGreaterThan(5);
            assertThat(rows(node.call("fresh"))).isNotEmpty();

            // When all pages are loaded, then
            await().atMost(PATIENCE).untilAsserted(() -> {
                node.call("more");
                assertThat(rows(node.call("shown"))).isEqualTo(rows(node.call("fresh")));
            });
        }
    }

    @Test
    void frontEnd_outlivesItsTokens() throws IOException {
        life = Duration.ofSeconds(5);
        var chat = CustomerChat.begun();
        var tag = ChatFixtures.newTag(pool);
        try (var tunnel = Tunnel.dug();
                var node = NodeProgram.of(FRONT_END, new NodeProgram.Global("signIn", this::signIn))) {
            // Given a connection whose token was renewed in time, and the first is over
            begin(node, tunnel, tag, List.of(chat));
            untilNoted(node, notes -> assertThat(notes.getInteger("renewals")).isGreaterThan(1));
            assertThat(notes(node).getJsonArray("states")).doesNotContain("waiting 4401");

            // When there is no newer token until it is too late
            signsIn = false;
            untilNoted(node, notes -> assertThat(notes.getJsonArray("states")).contains("waiting 4401"));
            chat.writesAgain();
            signsIn = true;

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told(node)).isEqualTo(once(messagesOf(List.of(chat)))));
        }
    }

    private static void untilNoted(NodeProgram node, Consumer<JsonObject> assertion) {
        await().atMost(PATIENCE).untilAsserted(() -> assertion.accept(notes(node)));
    }

    private static void begin(NodeProgram node, Tunnel tunnel, UUID tag, List<CustomerChat> chats) {
        var rules = List.of(rule("tags", "ANY_OF", tag.toString()), rule("status", "NE", "CLOSED"));
        var phones = chats.stream().map(CustomerChat::phone).toList();
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        node.call(
                "begin",
                JsonObject.of(
                                "socket",
                                "ws://%s/ws/v1".formatted(tunnel.authority()),
                                "graphql",
                                "http://localhost:%d/graphql".formatted(port),
                                "filter",
                                JsonObject.of("all", new JsonArray(rules)),
                                "phones",
                                new JsonArray(phones))
                        .encode());
        await().atMost(PATIENCE)
                .until(() ->
                        node.call("connection").equals("live") && notes(node).getInteger("loads") > 0);
    }

    /// Cut the line at random while people work, and once be away for longer than is replayed.
    private void breakEverything(
            NodeProgram node, Tunnel tunnel, List<CustomerChat> chats, Collection<CompletableFuture<Void>> work) {
        var random = new Random(7);
        while (!work.stream().allMatch(CompletableFuture::isDone)) {
            await().atMost(PATIENCE).until(() -> node.call("connection").equals("live"));
            node.call("more");
            if (random.nextInt(4) == 0) {
                fixtures.changeAccessOf(DemoIds.MAYA);
            }
            tunnel.cut();
        }
        var loads = notes(node).getInteger("loads");
        tunnel.collapse();
        IntStream.range(0, 5)
                .forEach(_ -> fixtures.append(chats.stream()
                        .flatMap(chat -> Collections.nCopies(12, chat).stream())
                        .map(chat -> NewChange.chat(ChangeType.CHAT_UPDATED, UUID.fromString(chat.id())))
                        .toList()));
        tunnel.reopen();
        await().atMost(PATIENCE).until(() -> notes(node).getInteger("loads") > loads);
    }

    private static void work(String user, Random random, List<CustomerChat> chats, UUID tag) {
        var tags = Map.of("tagIds", List.of(tag.toString()));
        for (int i = 0; i < DEEDS; i++) {
            var chat = chats.get(random.nextInt(chats.size()));
            switch (random.nextInt(9)) {
                case 0 -> deed(user, "closeChat", chat, Map.of());
                case 1 -> deed(user, "reopenChat", chat, Map.of());
                case 2 -> deed(user, "assignChat", chat, Map.of("userId", DemoIds.LENA.toString()));
                case 3 -> deed(user, "removeChatTags", chat, tags);
                case 4, 5 -> deed(user, "addChatTags", chat, tags);
                case 6 -> deed(user, "markChatRead", chat, Map.of());
                case 7 -> Agent.called(user).send(chat.id(), "We are on it.", Map.of());
                default -> chat.writes();
            }
        }
    }

    /// Do it, or be refused: people get in each other's way.
    private static void deed(String user, String deed, CustomerChat chat, Map<String, ?> more) {
        var input = JsonObject.of("chatId", chat.id());
        more.forEach(input::put);
        Agent.called(user).does(deed, input.getMap());
    }

    /// As many rows as it shows, of those that it would load now.
    private static List<String> first(NodeProgram node) {
        var fresh = rows(node.call("fresh"));
        return fresh.subList(0, Math.min(fresh.size(), rows(node.call("shown")).size()));
    }

    private static List<String> rows(String json) {
        return new JsonArray(json).stream().map(String.class::cast).toList();
    }

    private static JsonObject notes(NodeProgram node) {
        return new JsonObject(node.call("notes"));
    }

    private static Map<String, Object> told(NodeProgram node) {
        return new JsonObject(node.call("messages")).getMap();
    }

    private static Map<String, Object> once(List<String> ids) {
        var once = new JsonObject();
        ids.forEach(id -> once.put(id, 1));
        return once.getMap();
    }

    private static List<String> messagesOf(List<CustomerChat> chats) {
        return chats.stream()
                .flatMap(chat -> Database.column("""
                        select message.id::text from message
                        join chat on chat.workspace_id = message.workspace_id and chat.id = message.chat_id
                        join contact_identity identity
                            on identity.workspace_id = chat.workspace_id and identity.contact_id = chat.contact_id
                        where identity.kind = 'WA_ID' and identity.value = ?
                        """, chat.phone()).stream())
                .toList();
    }
}
