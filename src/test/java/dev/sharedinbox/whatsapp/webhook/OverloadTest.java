package dev.sharedinbox.whatsapp.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import dev.sharedinbox.testing.RowLock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NarrowIntake.class)
class OverloadTest {

    private static final long NOW = Instant.now().getEpochSecond();

    private final String phone = Phones.next();

    @Test
    void moreThanMayWait_isRefusedAtOnceAndTakenLater() {
        // Given
        post("first").then().statusCode(200);
        var refusedBefore = refused();
        try (var senders = new Senders()) {
            List<Future<Integer>> waiting;
            try (var lock = RowLock.onChatOf(phone)) {
                var written = senders.post(text("written", "Hi"));
                lock.isWaitedFor();
                waiting = new ArrayList<>(IntStream.range(0, NarrowIntake.MAX_WAITING)
                        .mapToObj(i -> senders.post(text("waiting-" + i, "Hi")))
                        .toList());
                waiting.add(written);
                await().atMost(Duration.ofSeconds(5)).until(() -> waiting() == NarrowIntake.MAX_WAITING);

                // When
                for (var i = 0; i < 20; i++) {
                    post("refused-" + i)
                            .then()
                            .statusCode(503)
                            .header("Retry-After", "5")
                            .body("code", equalTo("UNAVAILABLE"))
                            .body("retryable", equalTo(true));
                }
            }

            // Then
            assertThat(Senders.answers(waiting)).containsOnly(200);
        }
        assertThat(stored("waiting-%")).isEqualTo(NarrowIntake.MAX_WAITING);
        assertThat(stored("refused-%")).isZero();
        assertThat(refused() - refusedBefore).isEqualTo(20);

        // When
        for (var i = 0; i < 20; i++) {
            post("refused-" + i).then().statusCode(200);
        }

        // Then
        assertThat(stored("refused-%")).isEqualTo(20);
    }

    @Test
    void moreBytesThanMayWait_areRefusedUntilTheyAreWritten() {
        // Given
        post("first").then().statusCode(200);
        try (var senders = new Senders()) {
            Future<Integer> large;
            try (var lock = RowLock.onChatOf(phone)) {
                large = senders.post(ofKilobytes("large", 700));
                lock.isWaitedFor();

                // Then
                Meta.post(ofKilobytes("too-much", 700)).then().statusCode(503);
            }
            assertThat(Senders.answer(large)).isEqualTo(200);
        }
        Meta.post(ofKilobytes("too-much", 700)).then().statusCode(200);
        assertThat(stored("too-much")).isEqualTo(1);
    }

    /// Nobody knows who sends a body until all of it is here.
    @Test
    void moreThanMayBeOnItsWay_isRefusedBeforeItIsSent_andSmallBodiesAreNot() throws IOException {
        // Given
        var announced = 600 * 1024;
        try (var stalled = stalledBody(announced)) {
            await().atMost(Duration.ofSeconds(5)).until(() -> metric("inbox_intake_arriving_bytes") >= announced);

            // When
            Meta.post(ofKilobytes("large", 600))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("code", equalTo("UNAVAILABLE"));
            post("small").then().statusCode(200);

            // Then
            assertThat(stalled.getInputStream().read()).isEqualTo(-1);
        }
        Meta.post(ofKilobytes("large", 600)).then().statusCode(200);
        assertThat(stored("large")).isEqualTo(1);
        await().untilAsserted(
                        () -> assertThat(metric("inbox_intake_arriving_bytes")).isZero());
    }

    @Test
    void firstInLineHasWaitedTooLong_newOnesAreRefusedAndItIsGivenUp() {
        // Given
        post("first").then().statusCode(200);
        try (var senders = new Senders()) {
            Future<Integer> waiting;
            try (var lock = RowLock.onChatOf(phone)) {
                var written = senders.post(text("written", "Hi"));
                lock.isWaitedFor();
                waiting = senders.post(text("given-up", "Hi"));
                await().atMost(Duration.ofSeconds(8)).until(() -> metric("inbox_intake_waiting_oldest_seconds") > 5);

                // When
                post("behind").then().statusCode(503).header("Retry-After", "5");

                // Then
                assertThat(waiting).isNotDone();
                assertThat(Senders.answer(waiting)).isEqualTo(503);
                assertThat(Senders.answer(written)).isEqualTo(503);
                assertThat(waiting()).isZero();
            }
        }
        post("later").then().statusCode(200);
        assertThat(stored("later")).isEqualTo(1);
        assertThat(stored("behind")).isZero();
        assertThat(stored("given-up")).isZero();
    }

    /// Somebody who announces a body and does not go on sending it.
    private static Socket stalledBody(int bytes) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(20_000);
        var head = "POST /webhooks/whatsapp/demo HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + bytes + "\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Response post(String id) {
        return Meta.post(text(id, "Hi"));
    }

    private JsonObject text(String id, String text) {
        return Meta.body(Meta.messages(Meta.text(phone, id(id), NOW, text)));
    }

    private JsonObject ofKilobytes(String id, int kilobytes) {
        var message = Meta.text(phone, id(id), NOW, "Hi").put("unknown", "x".repeat(kilobytes * 1024));
        return Meta.body(Meta.messages(message));
    }

    private String id(String name) {
        return "wamid.overload-" + phone + "-" + name;
    }

    private long stored(String name) {
        return Database.count("select count(*) from message where provider_message_id like ?", id(name));
    }

    private static double refused() {
        return metric("inbox_intake_refused_total{reason=\"full\"}")
                + metric("inbox_intake_refused_total{reason=\"behind\"}");
    }

    private static double waiting() {
        return metric("inbox_intake_waiting");
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
