package dev.sharedinbox.realtime.feed;

import static dev.sharedinbox.testing.SpaceUser.everyone;
import static dev.sharedinbox.testing.SpaceUser.rule;
import static dev.sharedinbox.testing.SpaceUser.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What live clients hear of spaces, and how lists of a space go on and end.
@QuarkusTest
class SpaceFeedTest {

    private static final String LIVE = """
            subscription ($spaceId: ID, $filter: ChatFilterInput) {
              chatListChanges(spaceId: $spaceId, filter: $filter) { kind chatId reason } }
            """;

    private final SpaceUser maya = SpaceUser.called("maya");
    private final SpaceUser lena = SpaceUser.called("lena");

    @Inject
    LiveFixtures fixtures;

    @Inject
    Pool pool;

    UUID tag;

    @BeforeEach
    void tag() {
        tag = ChatFixtures.newTag(pool);
    }

    @AfterEach
    void removeWhatUsersMade() {
        fixtures.execute("delete from space where owner_id is not null");
    }

    @Test
    void changesOfASpace_areToldToThoseWhoSeeIt() {
        try (var jonas = listening("jonas");
                var omar = listening("omar");
                var zoe = listening("zoe")) {
            // When
            var id = lena.creates("Shared", tagged(), with("USER", DemoIds.JONAS, false));
            lena.update(id, 1, Map.of("label", "Renamed"));
            lena.delete(id);
            var chat = fixtures.chatOf(DemoIds.JONAS);
            fixtures.chatElsewhere();

            // Then
            assertThat(spaceEvent(jonas, "space.updated").getString("spaceId")).isEqualTo(id);
            var renamed = spaceEvent(jonas, "space.updated");
            var deleted = spaceEvent(jonas, "space.deleted");
            assertThat(renamed.fieldNames()).containsExactlyInAnyOrder("type", "spaceId", "at");
            assertThat(deleted.getString("spaceId")).isEqualTo(id);
            omar.expectEventOf("chat.created", chat);
            zoe.expectEvent("chat.created");
        }
    }

    @Test
    void spaceThatIsNoLongerShared_isGoneForThoseAndThereForOthers() {
        var id =
                lena.creates("Shared", tagged(), with("USER", DemoIds.JONAS, false), with("USER", DemoIds.OMAR, false));
        try (var jonas = listening("jonas");
                var omar = GraphQlSocket.as("omar").subscribe("s", "subscription { changes { type spaceId } }")) {
            assertThat(omar.item("changes").getString("type")).isEqualTo("caughtUp");

            // When
            lena.update(id, 1, Map.of("shares", List.of(with("USER", DemoIds.OMAR, false))));

            // Then
            assertThat(spaceEvent(jonas, "space.deleted").getString("spaceId")).isEqualTo(id);
            var told = omar.item("changes");
            assertThat(told.getString("type")).isEqualTo("space.updated");
            assertThat(told.getString("spaceId")).isEqualTo(id);
            fixtures.message(fixtures.chatOf(DemoIds.OMAR), "next");
            assertThat(omar.item("changes").getString("type")).isEqualTo("chat.created");
        }
    }

    @Test
    void listOfASpace_isLiveWithItsFilterAndTheClientsOwn() {
        var id = maya.creates("Tagged", tagged(), everyone(false));
        try (var all = list("maya", id);
                var open = GraphQlSocket.as("maya")
                        .subscribe("s", LIVE, Map.of("spaceId", id, "filter", rule("status", "EQ", "CLOSED")))) {
            assertThat(open.item("chatListChanges").getString("kind")).isEqualTo("CAUGHT_UP");

            // When
            fixtures.chatOf(DemoIds.LENA);
            var chat = taggedChat(DemoIds.LENA);
            does("closeChat", Map.of("chatId", chat.toString()));

            // Then
            all.expectEventOf("chatList.entered", chat);
            all.expectEventOf("chatList.updated", chat);
            var entered = open.item("chatListChanges");
            while (!"ENTERED".equals(entered.getString("kind"))) {
                entered = open.item("chatListChanges");
            }
            assertThat(entered.getString("chatId")).isEqualTo(chat.toString());
        }
    }

    @Test
    void listOfASharedSpace_staysWithinTheViewersScope() {
        var id = maya.creates("Tagged", tagged(), everyone(false));
        var jonas = taggedChat(DemoIds.JONAS);
        var lenas = taggedChat(DemoIds.LENA);
        var answer = GraphQl.as("lena")
                .query(
                        "query ($id: ID) { chats(spaceId: $id) { edges { node { id } } }"
                                + " chatCount(spaceId: $id) { value } }",
                        Map.of("id", id));

        assertThat(answer.<String>list("chats.edges.node.id")).containsExactly(lenas.toString());
        assertThat(answer.number("chatCount.value")).isEqualTo(1);
        try (var live = list("lena", id)) {
            fixtures.message(jonas, "not for lena");
            fixtures.message(lenas, "for lena");
            assertThat(live.expectEvent("chatList.entered").getString("chatId")).isEqualTo(lenas.toString());
        }
    }

    @Test
    void editedSpace_endsItsLists() {
        var id = maya.creates("Tagged", tagged(), everyone(false));
        try (var live = list("lena", id);
                var other = list("lena", lena.creates("Mine", tagged()))) {
            // When
            maya.update(id, 1, Map.of("label", "Renamed"));
            maya.update(id, 2, Map.of("filter", rule("status", "EQ", "CLOSED")));
            var chat = taggedChat(DemoIds.LENA);

            // Then
            live.expectResync("SPACE_CHANGED");
            other.expectEventOf("chatList.entered", chat);
            live.send("subscribe", "id", "again", "topic", "chatList", "spaceId", id)
                    .expectEventOf("chatList.left", chat);
        }
    }

    @Test
    void deletedSpace_endsItsListsForGood() {
        var id = maya.creates("Tagged", tagged(), everyone(false));
        try (var live = list("lena", id);
                var graph = GraphQlSocket.as("omar").subscribe("s", LIVE, Map.of("spaceId", id))) {
            assertThat(graph.item("chatListChanges").getString("kind")).isEqualTo("CAUGHT_UP");

            maya.delete(id);

            live.expectResync("SPACE_CHANGED");
            live.send("subscribe", "id", "again", "topic", "chatList", "spaceId", id)
                    .expectError("NOT_FOUND");
            var end = graph.item("chatListChanges");
            assertThat(end.getString("kind")).isEqualTo("RESYNC_REQUIRED");
            assertThat(end.getString("reason")).isEqualTo("SPACE_CHANGED");
        }
    }

    @Test
    void spaceNoLongerShared_endsTheLists() {
        var id = maya.creates("Tagged", tagged(), with("USER", DemoIds.LENA, false));
        try (var live = list("lena", id)) {
            maya.update(id, 1, Map.of("shares", List.of()));

            live.expectResync("SPACE_CHANGED");
            live.send("subscribe", "id", "again", "topic", "chatList", "spaceId", id)
                    .expectError("NOT_FOUND");
        }
    }

    @Test
    void pageOfASpaceThatWasEditedSince_mustBeLoadedAfresh() {
        var id = maya.creates("Tagged", tagged());
        var page = GraphQl.as("maya")
                .query("query ($id: ID) { chats(spaceId: $id) { cursor } }", Map.of("id", id))
                .text("chats.cursor");

        maya.update(id, 1, Map.of("filter", rule("status", "EQ", "OPEN")));

        try (var live = LiveSession.as("maya").hello()) {
            live.send("subscribe", "id", "a", "topic", "chatList", "spaceId", id, "after", page)
                    .expectResync("SPACE_CHANGED");
        }
    }

    @Test
    void spaceThatIsHidden_isNoList() {
        var id = maya.creates("Hers", tagged());

        var answer =
                GraphQl.as("lena").query("query ($id: ID) { chatCount(spaceId: $id) { value } }", Map.of("id", id));

        assertThat(answer.errorCodes()).containsExactly("NOT_FOUND");
        try (var live = LiveSession.as("lena").hello()) {
            live.send("subscribe", "id", "a", "topic", "chatList", "spaceId", id)
                    .expectError("NOT_FOUND");
            live.send("subscribe", "id", "b", "topic", "chatList", "spaceId", "no id")
                    .expectError("NOT_FOUND");
        }
    }

    private Map<String, Object> tagged() {
        return rule("tags", "ANY_OF", tag.toString());
    }

    private UUID taggedChat(UUID assignee) {
        var chat = fixtures.chatOf(assignee);
        does("addChatTags", Map.of("chatId", chat.toString(), "tagIds", List.of(tag.toString())));
        return chat;
    }

    private static void does(String deed, Map<String, ?> input) {
        assertThat(Agent.called("maya").does(deed, input).userErrorCodes(deed)).isEmpty();
    }

    private static LiveSession listening(String user) {
        return LiveSession.as(user).hello().subscribe("changes").expectCaughtUp();
    }

    private static LiveSession list(String user, String space) {
        return LiveSession.as(user)
                .hello()
                .send("subscribe", "id", "a", "topic", "chatList", "spaceId", space)
                .expectCaughtUp();
    }

    /// The next event about a space, which must be of this type. What other tests began may come between.
    private static JsonObject spaceEvent(LiveSession live, String type) {
        var event = live.expect("event").getJsonObject("event");
        while (!event.getString("type").startsWith("space.")) {
            event = live.expect("event").getJsonObject("event");
        }
        assertThat(event.getString("type")).isEqualTo(type);
        return event;
    }
}
