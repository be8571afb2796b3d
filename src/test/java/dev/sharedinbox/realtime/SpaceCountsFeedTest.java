package dev.sharedinbox.realtime;

import static dev.sharedinbox.testing.SpaceUser.everyone;
import static dev.sharedinbox.testing.SpaceUser.rule;
import static dev.sharedinbox.testing.SpaceUser.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SpaceUser;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How counts of spaces are kept live, and what that costs.
@QuarkusTest
class SpaceCountsFeedTest {

    private static final String LIVE = """
            subscription ($ids: [String!]) { spaceCountChanges(spaceIds: $ids) {
                cursor kind counts { spaceId total { value exact } unread { value exact } } reason } }
            """;

    private final SpaceUser maya = SpaceUser.called("maya");
    private final SpaceUser lena = SpaceUser.called("lena");

    @Inject
    LiveFixtures fixtures;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    UUID tag;

    @BeforeEach
    void tag() {
        tag = ChatFixtures.newTag(pool);
    }

    @AfterEach
    void removeWhatUsersMade() {
        fixtures.execute("delete from space_arrangement");
        fixtures.execute("delete from space where owner_id is not null");
    }

    @Test
    void counts_comeAtOnceAndThenWhenTheyChange() {
        // Given
        var chat = chat(DemoIds.LENA);
        var shared = maya.creates("Tagged", tagged(), everyone(false));
        try (var all = following("maya", shared, 1, 0);
                var hers = following("lena", shared, 1, 0);
                var others = following("jonas", shared, 0, 0)) {

            // When
            fixtures.message(chat, "Hello?");

            // Then
            expectChange(all, shared, 1, 1);
            expectChange(hers, shared, 1, 1);

            // When
            does("markChatRead", Map.of("chatId", chat.toString()));

            // Then
            expectChange(all, shared, 1, 0);
            expectChange(hers, shared, 1, 0);

            // When
            does("assignChat", Map.of("chatId", chat.toString(), "userId", DemoIds.JONAS.toString()));

            // Then
            expectChange(hers, shared, 0, 0);
            expectChange(others, shared, 1, 0);
        }
        await().until(() -> gauge("inbox.live.counts") == 0 && gauge("inbox.live.lists") == 0);
    }

    @Test
    void onlyTheCountsThatChanged_areTold() {
        // Given
        var open = maya.creates("Open", all(tagged(), rule("status", "EQ", "OPEN")));
        var closed = maya.creates("Closed", all(tagged(), rule("status", "EQ", "CLOSED")));
        maya.arrange(Map.of("order", List.of(open, closed), "pinned", List.of(open, closed)));
        try (var live = LiveSession.as("maya").hello().subscribe("spaceCounts")) {
            assertThat(live.expectEvent("spaceCounts.all").getJsonArray("counts"))
                    .containsExactly(count(open, 0, 0), count(closed, 0, 0));
            live.expectCaughtUp();

            // When
            chat(DemoIds.LENA);

            // Then
            expectChange(live, open, 1, 0);
        }
    }

    @Test
    void graphql_tellsTheSame() {
        var space = maya.creates("Tagged", tagged());
        try (var live = GraphQlSocket.as("maya").subscribe("s", LIVE, Map.of("ids", List.of(space)))) {
            var all = live.item("spaceCountChanges");
            assertThat(all.getString("kind")).isEqualTo("ALL");
            assertThat(all.getJsonArray("counts")).containsExactly(count(space, 0, 0));
            assertThat(live.item("spaceCountChanges").getString("kind")).isEqualTo("CAUGHT_UP");

            chat(DemoIds.LENA);
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
    void changeOfTheSpacesOrOfAccess_endsTheCounts() {
        var edited = maya.creates("Edited", tagged(), everyone(false));
        var unshared = maya.creates("Unshared", tagged(), with("USER", DemoIds.LENA, false));
        try (var first = following("lena", edited, 0, 0);
                var second = following("lena", unshared, 0, 0);
                var pins = LiveSession.as("lena").hello().subscribe("spaceCounts");
                var access = following("jonas", edited, 0, 0)) {
            pins.expectEvent("spaceCounts.all");
            pins.expectCaughtUp();

            // When
            maya.update(edited, 1, Map.of("label", "Renamed"));
            maya.update(edited, 2, Map.of("filter", rule("status", "EQ", "CLOSED")));
            maya.update(unshared, 1, Map.of("shares", List.of()));
            lena.arrange(Map.of("order", List.of(edited), "pinned", List.of(edited)));

            // Then
            first.expectResync("SPACE_CHANGED");
            second.expectResync("SPACE_CHANGED");
            pins.expectResync("SPACE_CHANGED");
            assertThat(access.expectResync("SPACE_CHANGED").getString("cursor")).isNotEmpty();
            pins.subscribe("spaceCounts");
            assertThat(pins.expectEvent("spaceCounts.all").getJsonArray("counts"))
                    .hasSize(1);
            pins.expectCaughtUp();

            // When
            fixtures.changeAccessOf(DemoIds.LENA);

            // Then
            pins.expectResync("ACCESS_CHANGED");
        }
    }

    @Test
    void arrangement_isToldToThatUserAlone() {
        var space = lena.creates("Hers", tagged());
        try (var hers = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp();
                var admins = LiveSession.as("maya").hello().subscribe("changes").expectCaughtUp()) {
            lena.arrange(Map.of("order", List.of(space), "pinned", List.of(space)));
            var chat = fixtures.chatOf(DemoIds.LENA);

            var event = hers.expectEvent("space.arranged");
            assertThat(event.fieldNames()).containsExactlyInAnyOrder("type", "at");
            assertThat(admins.expectEvent("chat.created").getString("chatId")).isEqualTo(chat.toString());
        }
    }

    @Test
    void recounts_followTheChangesAndNotTheViewers() {
        // Given
        var shared = maya.creates("Tagged", tagged(), everyone(false));
        var equal = maya.creates("The same", tagged(), everyone(false));
        var sessions = Stream.of("maya", "omar")
                .flatMap(user -> IntStream.range(0, 9).mapToObj(_ -> user))
                .map(user -> subscribe(LiveSession.as(user).hello(), shared, equal))
                .toList();
        try {
            sessions.forEach(session -> {
                session.expectEvent("spaceCounts.all");
                session.expectCaughtUp();
            });
            assertThat(gauge("inbox.live.counts")).isEqualTo(1);
            var before = recounts();

            // When
            chat(DemoIds.LENA);

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
        var inside = chat(DemoIds.LENA);
        var shared = maya.creates("Tagged", tagged(), everyone(false));
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
            chat(DemoIds.MAYA);
            expectChange(live, shared, 2, 1);
            assertThat(recounts() - before).isBetween(1.0, 2.0);
        }
    }

    @Test
    void tooManySpaces_areRefused() {
        try (var live = LiveSession.as("maya").hello()) {
            var ids = IntStream.range(0, 21)
                    .mapToObj(i -> new UUID(1, i).toString())
                    .toArray(String[]::new);
            subscribe(live, ids).expectError("INVALID_INPUT");
        }
    }

    private LiveSession list(String user) {
        return LiveSession.as(user)
                .hello()
                .subscribeToList("rows", new JsonObject(tagged()))
                .expectCaughtUp();
    }

    private UUID chat(UUID assignee) {
        var chat = fixtures.chatOf(assignee);
        does("addChatTags", Map.of("chatId", chat.toString(), "tagIds", List.of(tag.toString())));
        return chat;
    }

    private Map<String, Object> tagged() {
        return rule("tags", "ANY_OF", tag.toString());
    }

    @SafeVarargs
    private static Map<String, Object> all(Map<String, Object>... parts) {
        return Map.of("all", List.of(parts));
    }

    private static LiveSession following(String user, String space, int total, int unread) {
        var live = subscribe(LiveSession.as(user).hello(), space);
        assertThat(live.expectEvent("spaceCounts.all").getJsonArray("counts"))
                .containsExactly(count(space, total, unread));
        return live.expectCaughtUp();
    }

    private static LiveSession subscribe(LiveSession live, String... spaces) {
        return live.sendText(JsonObject.of(
                        "type",
                        "subscribe",
                        "id",
                        "c",
                        "topic",
                        "spaceCounts",
                        "spaceIds",
                        new JsonArray(List.of(spaces)))
                .encode());
    }

    /// The next frame must tell this count, and no other.
    private static void expectChange(LiveSession live, String space, int total, int unread) {
        assertThat(live.expectEvent("spaceCounts.changed").getJsonArray("counts"))
                .containsExactly(count(space, total, unread));
    }

    private static JsonObject count(String space, int total, int unread) {
        return JsonObject.of(
                "spaceId",
                space,
                "total",
                JsonObject.of("value", total, "exact", true),
                "unread",
                JsonObject.of("value", unread, "exact", true));
    }

    private static void does(String deed, Map<String, ?> input) {
        assertThat(Agent.called("maya").does(deed, input).userErrorCodes(deed)).isEmpty();
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
