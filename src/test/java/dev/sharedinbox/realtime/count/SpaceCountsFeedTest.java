package dev.sharedinbox.realtime.count;

import static dev.sharedinbox.realtime.count.LiveCounts.count;
import static dev.sharedinbox.realtime.count.LiveCounts.expectChange;
import static dev.sharedinbox.realtime.count.LiveCounts.following;
import static dev.sharedinbox.testing.SpaceUser.everyone;
import static dev.sharedinbox.testing.SpaceUser.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SpaceUser;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What followers of counts are told.
@QuarkusTest
class SpaceCountsFeedTest {

    private static final String LIVE = """
            subscription ($ids: [String!]) { spaceCountChanges(spaceIds: $ids) {
                cursor kind counts { spaceId total { value exact } unread { value exact } } reason } }
            """;

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
    void counts_comeAtOnceAndThenWhenTheyChange() {
        // Given
        var chat = chats.chat(DemoIds.LENA);
        var shared = maya.creates("Tagged", chats.tagged(), everyone(false));
        try (var all = following("maya", shared, 1, 0);
                var hers = following("lena", shared, 1, 0);
                var others = following("jonas", shared, 0, 0)) {

            // When
            fixtures.message(chat, "Hello?");

            // Then
            expectChange(all, shared, 1, 1);
            expectChange(hers, shared, 1, 1);

            // When
            TaggedChats.does("markChatRead", Map.of("chatId", chat.toString()));

            // Then
            expectChange(all, shared, 1, 0);
            expectChange(hers, shared, 1, 0);

            // When
            TaggedChats.does("assignChat", Map.of("chatId", chat.toString(), "userId", DemoIds.JONAS.toString()));

            // Then
            expectChange(hers, shared, 0, 0);
            expectChange(others, shared, 1, 0);
        }
        await().until(() -> gauge("inbox.live.counts") == 0 && gauge("inbox.live.lists") == 0);
    }

    @Test
    void onlyTheCountsThatChanged_areTold() {
        // Given
        var open = maya.creates("Open", all(chats.tagged(), rule("status", "EQ", "OPEN")));
        var closed = maya.creates("Closed", all(chats.tagged(), rule("status", "EQ", "CLOSED")));
        maya.arrange(Map.of("order", List.of(open, closed), "pinned", List.of(open, closed)));
        try (var live = LiveSession.as("maya").hello().subscribe("spaceCounts")) {
            assertThat(live.expectEvent("spaceCounts.all").getJsonArray("counts"))
                    .containsExactly(count(open, 0, 0), count(closed, 0, 0));
            live.expectCaughtUp();

            // When
            chats.chat(DemoIds.LENA);

            // Then
            expectChange(live, open, 1, 0);
        }
    }

    @Test
    void graphql_tellsTheSame() {
        var space = maya.creates("Tagged", chats.tagged());
        try (var live = GraphQlSocket.as("maya").subscribe("s", LIVE, Map.of("ids", List.of(space)))) {
            var all = live.item("spaceCountChanges");
            assertThat(all.getString("kind")).isEqualTo("ALL");
            assertThat(all.getJsonArray("counts")).containsExactly(count(space, 0, 0));
            assertThat(live.item("spaceCountChanges").getString("kind")).isEqualTo("CAUGHT_UP");

            chats.chat(DemoIds.LENA);
            var changed = live.item("spaceCountChanges");
            assertThat(changed.getString("kind")).isEqualTo("CHANGED");
            assertThat(changed.getJsonArray("counts")).containsExactly(count(space, 1, 0));

            maya.delete(space);
            var end = live.item("spaceCountChanges");
            assertThat(end.getString("kind")).isEqualTo("RESYNC_REQUIRED");
            assertThat(end.getString("reason")).isEqualTo("SPACE_CHANGED");
        }
    }

    @Test
    void noSpaces_areNoCounts() {
        try (var live = LiveSession.as("jonas").hello().subscribe("spaceCounts")) {
            assertThat(live.expectEvent("spaceCounts.all").getJsonArray("counts"))
                    .isEmpty();
            live.expectCaughtUp();
        }
    }

    @Test
    void tooManySpaces_areRefused() {
        try (var live = LiveSession.as("maya").hello()) {
            var ids = IntStream.range(0, 21)
                    .mapToObj(i -> new UUID(1, i).toString())
                    .toList();
            live.subscribeToCounts("c", ids).expectError("INVALID_INPUT");
        }
    }

    @SafeVarargs
    private static Map<String, Object> all(Map<String, Object>... parts) {
        return Map.of("all", List.of(parts));
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
