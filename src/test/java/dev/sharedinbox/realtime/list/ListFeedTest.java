package dev.sharedinbox.realtime.list;

import static dev.sharedinbox.testing.LiveSession.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a live list begins, goes on and ends, over both kinds of socket.
@QuarkusTest
class ListFeedTest {

    private static final String PAGE = """
            query ($filter: ChatFilterInput) { chats(filter: $filter) {
                edges { sortKey node { id } } cursor } }
            """;
    private static final String LIVE = """
            subscription ($filter: ChatFilterInput, $after: String) { chatListChanges(filter: $filter, after: $after) {
                cursor kind chatId sortKey chat { id status } reason } }
            """;

    @Inject
    LiveFixtures fixtures;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    @Test
    void pageThenSubscription_haveNoGap() {
        // Given
        var tag = ChatFixtures.newTag(pool);
        var filter = all(rule("tags", "ANY_OF", tag.toString()), rule("status", "EQ", "OPEN"));
        var closed = chat(tag);
        var written = chat(tag);
        var page = GraphQl.as("maya").query(PAGE, Map.of("filter", filter.getMap()));

        // When
        does("closeChat", closed);
        fixtures.message(written, "between page and subscription");
        try (var live = GraphQlSocket.as("maya")
                .subscribe("1", LIVE, Map.of("filter", filter, "after", page.text("chats.cursor")))) {
            // Then
            var left = live.item("chatListChanges");
            assertThat(left.getString("kind")).isEqualTo("LEFT");
            assertThat(left.getString("chatId")).isEqualTo(closed.toString());
            assertThat(left.getValue("chat")).isNull();
            var updated = live.item("chatListChanges");
            assertThat(updated.getJsonObject("chat").getString("id")).isEqualTo(written.toString());
            assertThat(updated.getString("sortKey")).isGreaterThan(page.text("chats.edges[0].sortKey"));
            assertThat(live.item("chatListChanges").getString("kind")).isEqualTo("CAUGHT_UP");

            does("reopenChat", closed);
            assertThat(live.item("chatListChanges").getString("kind")).isEqualTo("ENTERED");
        }
    }

    @Test
    void sortKeys_standInTheOrderOfTheList() {
        var tag = ChatFixtures.newTag(pool);
        for (int i = 0; i < 5; i++) {
            fixtures.message(chat(tag), "a row");
        }

        var page = GraphQl.as("maya")
                .query(
                        PAGE,
                        Map.of("filter", rule("tags", "ANY_OF", tag.toString()).getMap()));

        assertThat(page.<String>list("chats.edges.sortKey")).hasSize(5).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void equalLists_shareOneDecision() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var filter = rule("contactName", "NE", Ids.next().toString());
        try (var maya = listening("maya", filter);
                var omar = listening("omar", filter);
                var again = listening("omar", filter);
                var lena = listening("lena", filter)) {
            assertThat(gauge("inbox.live.lists")).isEqualTo(2);
            var before = meters.counter("inbox.live.list.decisions").count();
            fixtures.message(chat, "for all of them");

            for (var live : new LiveSession[] {maya, omar, again, lena}) {
                live.expectEventOf("chatList.entered", chat);
            }
            assertThat(meters.counter("inbox.live.list.decisions").count() - before)
                    .isEqualTo(2);
        }
        await().until(() -> gauge("inbox.live.lists") == 0);
    }

    @Test
    void listThatIsToldNothing_learnsNewerCursors() {
        var filter = rule("contactName", "EQ", Ids.next().toString());
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var live = listening("lena", filter)) {
            fixtures.append(Collections.nCopies(150, NewChange.chat(ChangeType.CHAT_UPDATED, chat)));

            var types = new HashSet<String>();
            while (!types.contains("progress")) {
                types.add(live.next().getString("type"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "status,        EQ,       LOST, 'filter,all,0,rule,values,0'",
        "colour,        EQ,       RED,  'filter,all,0,rule,field'",
        "status,        CONTAINS, OPEN, 'filter,all,0,rule,operator'",
        "status,        LIKE,     OPEN, 'filter,all,0,rule,operator'",
    })
    void wrongFilter_isRefusedWithThePlaceOfTheFault(String field, String operator, String value, String path) {
        try (var live = LiveSession.as("lena").hello()) {
            live.subscribeToList("a", all(rule(field, operator, value)));

            var refused = live.expect("error");
            assertThat(refused.getString("code")).isEqualTo("INVALID_FILTER");
            assertThat(refused.getString("id")).isEqualTo("a");
            assertThat(refused.getJsonArray("path")).isEqualTo(new JsonArray(List.of(path.split(","))));
        }
    }

    @Test
    void filterOfAnotherForm_isRefused() {
        try (var live = LiveSession.as("lena").hello()) {
            live.subscribeToList("a", new JsonObject()).expectError("INVALID_FILTER");
            live.subscribeToList("a", JsonObject.of("all", JsonArray.of((Object) null)))
                    .expectError("INVALID_FILTER");
            live.subscribeToList("a", JsonObject.of("rule", "status==OPEN")).expectError("INVALID_FILTER");
            live.send("subscribe", "id", "a", "topic", "chatList", "sort", "COLOUR")
                    .expectError("INVALID_INPUT");
            live.send("subscribe", "id", "a", "topic", "chatList").expectCaughtUp();
        }
    }

    @Test
    void wrongFilterOverGraphQl_isRefused() {
        try (var live = GraphQlSocket.as("lena").subscribe("1", LIVE, Map.of("filter", rule("status", "EQ", "LOST")))) {
            assertThat(live.errorCode()).isEqualTo("INVALID_FILTER");
        }
    }

    @Test
    void forgedCursor_mustLoadAfresh() {
        try (var live = LiveSession.as("lena").hello()) {
            live.subscribeToList("a", rule("status", "EQ", "OPEN"), "forged").expectResync("INVALID");
            live.subscribeToList("a", rule("status", "EQ", "OPEN")).expectCaughtUp();
        }
    }

    @Test
    void cursorFarBehind_mustLoadAfresh() {
        try (var live = LiveSession.as("lena").hello()) {
            var chat = fixtures.chatOf(DemoIds.LENA);
            fixtures.append(Collections.nCopies(401, NewChange.chat(ChangeType.CHAT_UPDATED, chat)));

            live.subscribeToList("a", rule("status", "EQ", "OPEN")).expectResync("TOO_MANY");
        }
    }

    @Test
    void replayBeyondWhatIsAtHand_tellsEachChatAsItIsNow() {
        var tag = ChatFixtures.newTag(pool);
        var filter = rule("tags", "ANY_OF", tag.toString());
        var chat = chat(tag);
        var before = page(filter).text("chats.cursor");
        fixtures.append(Collections.nCopies(200, NewChange.chat(ChangeType.CHAT_UPDATED, chat)));
        fixtures.message(chat, "the last word");

        try (var live = LiveSession.as("maya").hello().subscribeToList("a", filter, before)) {
            var event = live.expectEventOf("chatList.entered", chat);
            assertThat(event.getJsonObject("chat").getJsonObject("lastMessage").getString("text"))
                    .isEqualTo("the last word");
        }
    }

    @Test
    void viewerWhoStopsReading_isClosedAndLoadsAfresh() {
        var chats =
                Stream.generate(() -> fixtures.chatOf(DemoIds.LENA)).limit(20).toList();
        var filter = rule("status", "EQ", "OPEN");
        var before = slowCloses();
        try (var slow = listening("lena", filter)) {
            slow.stopReading();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                fixtures.append(Collections.nCopies(10, chats).stream()
                        .flatMap(List::stream)
                        .map(chat -> NewChange.chat(ChangeType.CHAT_UPDATED, chat))
                        .toList());
                return slowCloses() > before;
            });

            try (var live = LiveSession.as("lena").hello().subscribeToList("a", filter, slow.cursor())) {
                live.expectResync("TOO_MANY");
            }
        }
    }

    private double slowCloses() {
        return meters.counter("inbox.live.closes", "reason", "TOO_SLOW").count();
    }

    private UUID chat(UUID tag) {
        var chat = fixtures.chatOf(DemoIds.LENA);
        does("addChatTags", Map.of("chatId", chat.toString(), "tagIds", List.of(tag.toString())));
        return chat;
    }

    private static void does(String deed, UUID chat) {
        does(deed, Map.of("chatId", chat.toString()));
    }

    private static void does(String deed, Map<String, ?> input) {
        assertThat(Agent.called("maya").does(deed, input).userErrorCodes(deed)).isEmpty();
    }

    private static Answer page(JsonObject filter) {
        return GraphQl.as("maya").query(PAGE, Map.of("filter", filter.getMap()));
    }

    private static LiveSession listening(String user, JsonObject filter) {
        return LiveSession.as(user).hello().subscribeToList("a", filter).expectCaughtUp();
    }

    private static JsonObject all(JsonObject... parts) {
        return JsonObject.of("all", new JsonArray(List.of(parts)));
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
