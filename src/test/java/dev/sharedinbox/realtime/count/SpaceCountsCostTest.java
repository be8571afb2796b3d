package dev.sharedinbox.realtime.count;

import static dev.sharedinbox.realtime.count.LiveCounts.expectChange;
import static dev.sharedinbox.realtime.count.LiveCounts.following;
import static dev.sharedinbox.testing.SpaceUser.everyone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SpaceUser;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What live counts cost: it follows what happens in the lists, and not how many look on.
@QuarkusTest
class SpaceCountsCostTest {

    private final SpaceUser maya = SpaceUser.called("maya");

    @Inject
    LiveFixtures fixtures;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    TaggedChats chats;

    @BeforeEach
    void tag() {
        chats = TaggedChats.make(fixtures, pool);
    }

    @AfterEach
    void removeWhatUsersMade() {
        fixtures.execute("delete from space_arrangement");
        fixtures.execute("delete from space where owner_id is not null");
    }

    @Test
    void recounts_followTheChangesAndNotTheViewers() {
        // Given
        var shared = maya.creates("Tagged", chats.tagged(), everyone(false));
        var equal = maya.creates("The same", chats.tagged(), everyone(false));
        var sessions = Stream.of("maya", "omar")
                .flatMap(user -> IntStream.range(0, 9).mapToObj(_ -> user))
                .map(user -> LiveSession.as(user).hello().subscribeToCounts("c", List.of(shared, equal)))
                .toList();
        try {
            sessions.forEach(session -> {
                session.expectEvent("spaceCounts.all");
                session.expectCaughtUp();
            });
            assertThat(gauge("inbox.live.counts")).isEqualTo(1);
            var before = recounts();

            // When
            chats.chat(DemoIds.LENA);

            // Then
            sessions.forEach(session -> assertThat(
                            session.expectEvent("spaceCounts.changed").getJsonArray("counts"))
                    .hasSize(2));
            assertThat(recounts() - before).isBetween(1.0, 3.0);
        } finally {
            sessions.forEach(LiveSession::close);
        }
    }

    @Test
    void changeThatTouchesNoList_costsNoCount() {
        // Given
        var chat = fixtures.chatOf(DemoIds.LENA);
        var inside = chats.chat(DemoIds.LENA);
        var shared = maya.creates("Tagged", chats.tagged(), everyone(false));
        try (var live = following("maya", shared, 1, 0);
                var rows = list("maya")) {
            fixtures.message(chat, "the first sight of it");
            fixtures.message(inside, "unread from here on");
            expectChange(live, shared, 1, 1);
            rows.expectEventOf("chatList.entered", inside);
            var before = settledRecounts();

            // When
            IntStream.range(0, 5).forEach(i -> fixtures.message(chat, "outside " + i));
            fixtures.message(inside, "unread still");

            // Then
            rows.expectEventOf("chatList.updated", inside);
            assertThat(recounts()).isEqualTo(before);
            fixtures.chatOf(DemoIds.MAYA);
            chats.chat(DemoIds.MAYA);
            expectChange(live, shared, 2, 1);
            assertThat(recounts() - before).isBetween(1.0, 2.0);
        }
    }

    private LiveSession list(String user) {
        return LiveSession.as(user)
                .hello()
                .subscribeToList("rows", new JsonObject(chats.tagged()))
                .expectCaughtUp();
    }

    private double recounts() {
        return meters.counter("inbox.live.count.recounts").count();
    }

    /// How often was counted, once nothing is left to count.
    private double settledRecounts() {
        var seen = new AtomicReference<>(recounts());
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(10))
                .until(() -> recounts() == seen.getAndSet(recounts()));
        return recounts();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
