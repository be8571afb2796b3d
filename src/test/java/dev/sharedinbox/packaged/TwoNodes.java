package dev.sharedinbox.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.SideBySide;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes of one installation. The first never polls, so that what its clients get was signalled; the
/// second polls as usual.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoNodes {

    private static final String NUMBER = "300100200300902";
    private static final int CUSTOMERS = 40;
    private static final int BODIES = 110;

    private final AtomicInteger made = new AtomicInteger();
    private Installed installed;
    Node first;
    Node second;
    String ada;
    String ben;

    /// What carries the signals.
    abstract Map<String, String> link();

    @BeforeAll
    void install(@TempDir Path directory) throws Exception {
        installed = Installed.withoutNodes(directory);
        var patient = new HashMap<>(link());
        patient.put("inbox.live.poll", "1h");
        first = installed.addNode(patient).whenReady();
        second = installed.addNode(link()).whenReady();
        installed.addPlugin("nodes", List.of(NUMBER), "demo-app-secret");
        ada = installed.addUser("Ada");
        ben = installed.addUser("Ben");
    }

    @AfterAll
    void remove() throws IOException {
        installed.close();
    }

    @Test
    void messageInThroughOneNode_isPushedByTheOther() throws Exception {
        try (var phone = Phone.following(ada, first)) {
            var texts = send(second, 20);

            expectAll(phone, texts);
        }
    }

    @Test
    void typingAndViewing_areToldAcrossNodesAndEndWithTheConnection() throws Exception {
        send(second, 1);
        var chat = installed.column("select id::text from chat limit 1").getFirst();
        try (var there = LiveSession.at(second.socket(), ben)
                .hello()
                .subscribeToChat("c", chat)
                .expectCaughtUp()) {
            var here = LiveSession.at(first.socket(), ada).hello();
            // The second node must hear the first before it can tell of it.
            await().untilAsserted(() -> {
                here.typing(chat, true);
                assertThat(there.hasFrame()).isTrue();
            });
            assertThat(there.expectEphemeral("typing").getJsonObject("user").getString("name"))
                    .isEqualTo("Ada");
            here.viewing(chat);
            expectSoon(there, "viewing", true);

            here.cut();

            expectSoon(there, "viewing", false);
        }
    }

    @Test
    void nodeKilled_losesAndDoublesNothingForItsClients() throws Exception {
        try (var phone = Phone.following(ada, first, second)) {
            var texts = send(second, 20);
            phone.readUntil(texts.get(10));

            first.kill();
            texts.addAll(send(second, 20));

            expectAll(phone, texts);
        } finally {
            first.start();
            first.whenReady();
        }
    }

    /// Four write, three wander between the nodes and are cut off wherever they just are.
    @Test
    void clientsCutAtRandomPoints_applyEveryChangeOnceAndShowWhatAFreshLoadShows() throws Exception {
        send(List.of(first, second), CUSTOMERS);
        var wanderers = List.of(
                new Wanderer(List.of(first, second), ada, 1),
                new Wanderer(List.of(first, second), ben, 2),
                new Wanderer(List.of(second, first), installed.addUser("Cleo"), 3));
        try (var threads = SideBySide.threads()) {
            var wandering = wanderers.stream()
                    .map(wanderer -> CompletableFuture.runAsync(wanderer, threads))
                    .toList();
            IntStream.range(0, 4)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer), threads))
                    .toList()
                    .forEach(CompletableFuture::join);

            wanderers.forEach(wanderer -> {
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(wanderer.positions())
                                .containsExactlyElementsOf(installed.positionsAfter(wanderer.start())));
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(wanderer.screen())
                                .isEqualTo(wanderer.loadedNow().screen()));
                assertThat(wanderer.cuts()).isGreaterThan(10);
                assertThat(wanderer.positions()).hasSizeGreaterThan(2_000);
            });
            wanderers.forEach(Wanderer::stop);
            wandering.forEach(CompletableFuture::join);
        }
    }

    /// The phone was told exactly these messages, and with them every change that there was, once and in order.
    void expectAll(Phone phone, List<String> texts) throws SQLException {
        assertThat(phone.readUntil(texts.getLast()).seen()).containsExactlyElementsOf(texts);
        assertThat(phone.positions())
                .containsExactlyElementsOf(installed.positionsAfter(phone.start()).stream()
                        .filter(position -> position <= phone.positions().getLast())
                        .toList());
    }

    /// Have many messages come in, several at once, through the nodes in turn.
    private void write(int writer) {
        var random = new Random(writer);
        for (int i = 0; i < BODIES; i++) {
            var messages = IntStream.range(0, 5)
                    .mapToObj(_ -> message(made.incrementAndGet(), random.nextInt(CUSTOMERS)))
                    .toArray(JsonObject[]::new);
            var node = i % 2 == 0 ? first : second;
            assertThat(post(node, messages)).isEqualTo(200);
        }
    }

    /// Have that many messages come in, through the nodes in turn; return their texts. Meta repeats what is
    /// not answered 200, here to the next node.
    List<String> send(List<Node> nodes, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> {
                    var number = made.incrementAndGet();
                    var message = message(number, number % CUSTOMERS);
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> nodes.stream().anyMatch(node -> post(node, message) == 200));
                    return "message " + number;
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    List<String> send(Node node, int count) {
        return send(List.of(node), count);
    }

    private static JsonObject message(int number, int customer) {
        return Meta.text(
                "165055581%02d".formatted(customer),
                "wamid.nodes-" + number,
                System.currentTimeMillis() / 1000,
                "message " + number);
    }

    private static int post(Node node, JsonObject... messages) {
        var body = Meta.body(NUMBER, Meta.messages(messages)).encode().getBytes(StandardCharsets.UTF_8);
        return node.post("/webhooks/whatsapp/nodes", body, "X-Hub-Signature-256", Meta.signature(body));
    }

    private static void expectSoon(LiveSession live, String type, boolean on) {
        await().until(() -> {
            var event = live.next().getJsonObject("event");
            return event.getString("type").equals(type) && event.getBoolean("on") == on;
        });
    }
}
