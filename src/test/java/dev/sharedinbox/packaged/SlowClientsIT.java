package dev.sharedinbox.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.Meta;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand changes of ten kilobytes each, in a node with half a gigabyte of memory: what it would take
/// to keep them for ten clients who read a frame a second is twice of what there is.
class SlowClientsIT {

    private static final String NUMBER = "300100200300903";
    private static final String TEXT = "x".repeat(4_000);
    private static final int CHANGES = 10_000;
    private static final int PER_BODY = 100;
    private static final int SLOW = 10;
    private static final int CUSTOMERS = 40;

    @TempDir
    private Path directory;

    private Installed installed;
    private Node node;
    private String ada;

    @BeforeEach
    void install() throws Exception {
        installed = Installed.withoutNodes(directory);
        node = installed.addNode(Map.of()).whenReady();
        installed.addPlugin("slow", List.of(NUMBER), "demo-app-secret");
        ada = installed.addUser("Ada");
    }

    @AfterEach
    void remove() throws Exception {
        installed.close();
    }

    @Test
    void clientsWhoReadAFrameASecond_areClosedWithoutHarmToOthersAndLoseNothing() throws Exception {
        // Given
        send(0, CUSTOMERS);
        var slow = Stream.generate(this::following).limit(SLOW).toList();
        slow.forEach(LiveSession::stopReading);
        try (var fast = following();
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            var start = LiveSession.position(fast.cursor());
            var _ = clock.scheduleAtFixedRate(() -> slow.forEach(LiveSession::readOne), 1, 1, TimeUnit.SECONDS);

            // When
            var reading = CompletableFuture.supplyAsync(() -> read(fast, CHANGES));
            for (int sent = 0; sent < CHANGES; sent += PER_BODY) {
                send(sent, PER_BODY);
            }

            // Then
            var log = installed.positionsAfter(start);
            assertThat(log).hasSize(CHANGES);
            assertThat(reading.get(30, TimeUnit.SECONDS)).isEqualTo(log);
            await().atMost(Duration.ofSeconds(60)).until(() -> node.metric("inbox_live_sockets") == 1);
            clock.shutdownNow();
            slow.forEach(client -> assertThat(readAndResume(client)).isEqualTo(log));
        }
    }

    private LiveSession following() {
        return LiveSession.at(node.socket(), ada).hello().subscribe("changes").expectCaughtUp();
    }

    /// Everything that a client was told, before it was closed and after it came back.
    private List<Long> readAndResume(LiveSession client) {
        var positions = new ArrayList<Long>();
        while (client.hasFrame()) {
            positions.addAll(read(client, 1));
        }
        assertThat(positions).hasSizeLessThan(CHANGES / 2);
        try (var resumed =
                LiveSession.at(node.socket(), ada).hello(client.cursor()).subscribe("changes")) {
            positions.addAll(read(resumed, CHANGES - positions.size()));
        }
        return positions;
    }

    /// Apply so many events; their positions.
    private static List<Long> read(LiveSession client, int count) {
        var positions = new ArrayList<Long>();
        while (positions.size() < count) {
            var frame = client.expect("event");
            client.keep(frame);
            positions.add(LiveSession.position(frame.getString("cursor")));
        }
        return positions;
    }

    /// Have messages come in, from all customers in turn.
    private void send(int number, int count) {
        var messages = IntStream.range(number, number + count)
                .mapToObj(i -> Meta.text(
                        "165055582%02d".formatted(i % CUSTOMERS),
                        "wamid.slow-" + count + "-" + i,
                        System.currentTimeMillis() / 1000,
                        TEXT))
                .toArray(JsonObject[]::new);
        var body = Meta.body(NUMBER, Meta.messages(messages)).encode().getBytes(StandardCharsets.UTF_8);
        assertThat(node.post("/webhooks/whatsapp/slow", body, "X-Hub-Signature-256", Meta.signature(body)))
                .isEqualTo(200);
    }
}
