package dev.sharedinbox.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.Meta;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    void messageInThroughOneNode_isPushedByTheOther() {
        try (var phone = Phone.following(ada, first)) {
            var texts = send(second, 20);

            assertThat(phone.readUntil(texts.getLast()).seen()).containsExactlyElementsOf(texts);
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

            assertThat(phone.readUntil(texts.getLast()).seen()).containsExactlyElementsOf(texts);
        } finally {
            first.start();
            first.whenReady();
        }
    }

    /// Have that many messages come in, through the nodes in turn; return their texts. Meta repeats what is
    /// not answered 200, here to the next node.
    List<String> send(List<Node> nodes, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> {
                    var number = made.incrementAndGet();
                    var text = "message " + number;
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> nodes.stream().anyMatch(node -> post(node, number, text) == 200));
                    return text;
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    List<String> send(Node node, int count) {
        return send(List.of(node), count);
    }

    private int post(Node node, int number, String text) {
        var message = Meta.text("16505558123", "wamid.nodes-" + number, System.currentTimeMillis() / 1000, text);
        var body = Meta.body(NUMBER, Meta.messages(message)).encode().getBytes(StandardCharsets.UTF_8);
        return node.post("/webhooks/whatsapp/nodes", body, "X-Hub-Signature-256", Meta.signature(body));
    }

    private static void expectSoon(LiveSession live, String type, boolean on) {
        await().until(() -> {
            var event = live.next().getJsonObject("event");
            return event.getString("type").equals(type) && event.getBoolean("on") == on;
        });
    }
}
