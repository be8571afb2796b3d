package dev.sharedinbox.realtime.list;

import static dev.sharedinbox.testing.LiveSession.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Time alone moves chats in and out of lists whose filters speak of it.
@QuarkusTest
class ListTimeTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    /// Longer than anything another test may have done by the dozen.
    private static final Duration LONG = Duration.ofDays(7);
    private static final String PAGE = "query ($filter: ChatFilterInput) { chats(filter: $filter) { cursor } }";

    private static final String SORTED_PAGE =
            "query ($filter: ChatFilterInput) { chats(filter: $filter, sort: SESSION_EXPIRING) { cursor } }";

    @Inject
    LiveFixtures fixtures;

    @Inject
    Pool pool;

    @ParameterizedTest
    @CsvSource({
        "waitingSince,     OLDER_THAN,  7d,     entered",
        "waitingSince,     WITHIN_LAST, 7d,     left",
        "lastInboundAt,    OLDER_THAN,  7d,     entered",
        "startedAt,        OLDER_THAN,  7d,     entered",
        "lastOutboundAt,   OLDER_THAN,  P7D,    entered",
        "lastOutboundAt,   WITHIN_LAST, 7d,     left",
        "lastActivityAt,   WITHIN_LAST, 7d,     left",
        "sessionExpiresAt, WITHIN_NEXT, 1m,     left",
        "sessionState,     EQ,          OPEN,   left",
        "sessionState,     EQ,          CLOSED, entered",
    })
    void chat_movesWhenItsTimeComes(String field, String operator, String value, String move) {
        try (var live = listening("lena", rule(field, operator, value))) {
            var chat = timed(Instant.now().plus(SOON), "lena");

            live.expectEventOf("chatList." + move, chat);
        }
    }

    @Test
    void closedChat_movesWhenItsTimeComes() {
        try (var live = listening("lena", rule("closedAt", "OLDER_THAN", "P7D"))) {
            var chat = ChatFixtures.chat()
                    .assignee(DemoIds.LENA)
                    .status("CLOSED")
                    .lastActivityAt(Instant.now().plus(SOON).minus(LONG))
                    .insert(pool);

            live.expectEventOf("chatList.entered", chat);
        }
    }

    @Test
    void chatWhoseWindowCloses_movesWithinTheListThatIsSortedByWindows() {
        // Given
        var filter = rule("status", "EQ", "OPEN");
        var page = GraphQl.as("lena").query(SORTED_PAGE, Map.of("filter", filter.getMap()));
        var session = LiveSession.as("lena").hello();
        try (var live = caughtUp(session.subscribeToList("a", filter, "SESSION_EXPIRING", page.text("chats.cursor")))) {
            // When
            var chat = timed(Instant.now().plus(SOON), "lena");

            // Then
            var event = live.expect("event").getJsonObject("event");
            while (!event.getString("chatId").equals(chat)) {
                event = live.expect("event").getJsonObject("event");
            }
            assertThat(event.getString("type")).isEqualTo("chatList.updated");
            assertThat(event.getString("sortKey")).startsWith("0").endsWith(chat);
        }
    }

    @Test
    void colleaguesChat_movesUnseen() {
        var filter = rule("waitingSince", "OLDER_THAN", "7d");
        try (var live = listening("lena", filter)) {
            var borderAt = Instant.now().plus(SOON);
            var his = timed(borderAt, "jonas");
            var hers = timed(borderAt.plusMillis(500), "lena");

            var event = live.expect("event").getJsonObject("event");
            while (!event.getString("chatId").equals(hers)) {
                assertThat(event.getString("chatId")).isNotEqualTo(his);
                event = live.expect("event").getJsonObject("event");
            }
        }
    }

    @Test
    void listThatWasAway_isToldWhatTimeDidMeanwhile() {
        // Given
        var filter = rule("waitingSince", "OLDER_THAN", "7d");
        var page = GraphQl.as("lena").query(PAGE, Map.of("filter", filter.getMap()));

        // When
        String chat;
        try (var witness = listening("lena", filter)) {
            chat = timed(Instant.now().plus(SOON), "lena");
            witness.expectEventOf("chatList.entered", chat);
        }

        // Then
        try (var live = LiveSession.as("lena").hello().subscribeToList("a", filter, page.text("chats.cursor"))) {
            live.expectEventOf("chatList.entered", chat);
        }
    }

    @Test
    void cursorThatKnowsNothingOfTime_mustLoadAfresh() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var live = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()) {
            fixtures.message(chat, "an event with a cursor");
            live.expectEvent("message.created");

            live.subscribeToList("a", rule("waitingSince", "OLDER_THAN", "7d"), live.cursor())
                    .expectResync("INVALID");
            live.subscribeToList("b", rule("status", "EQ", "OPEN"), live.cursor())
                    .expectCaughtUp();
        }
    }

    @Test
    void moreThanIsWorthTelling_mustLoadAfresh() {
        try (var live = listening("lena", rule("startedAt", "OLDER_THAN", "7d"))) {
            var borderAt = Instant.now().plus(SOON);
            for (int i = 0; i < 16; i++) {
                started(ChatFixtures.chat().assignee(DemoIds.LENA).insert(pool), borderAt.minus(LONG));
            }

            live.expectResync("TOO_MANY");
            assertThat(live.subscribeToList("b", rule("status", "EQ", "OPEN"))
                            .next()
                            .getString("id"))
                    .isEqualTo("b");
        }
    }

    /// A chat at which a border of seven days, and the end of its session, passes at a moment. Nobody is told of it.
    private String timed(Instant borderAt, String assignee) {
        var past = borderAt.minus(LONG);
        var chat = ChatFixtures.chat()
                .assignee(assignee.equals("lena") ? DemoIds.LENA : DemoIds.JONAS)
                .waitingSince(past)
                .lastInboundAt(past)
                .lastActivityAt(past)
                .sessionExpiresAt(borderAt)
                .answered(DemoIds.LENA, "READ", past)
                .insert(pool);
        started(chat, past);
        return chat;
    }

    private void started(String chat, Instant at) {
        fixtures.execute(
                "update chat set started_at = $3 where workspace_id = $1 and id = $2",
                DemoIds.WORKSPACE,
                UUID.fromString(chat),
                at.atOffset(ZoneOffset.UTC));
    }

    /// What other tests left may pass a border at this very moment.
    private static LiveSession caughtUp(LiveSession live) {
        for (var frame = live.next(); !frame.getString("type").equals("caughtUp"); frame = live.next()) {
            assertThat(frame.getString("type")).isEqualTo("event");
        }
        return live;
    }

    private static LiveSession listening(String user, JsonObject filter) {
        return caughtUp(LiveSession.as(user).hello().subscribeToList("a", filter));
    }
}
