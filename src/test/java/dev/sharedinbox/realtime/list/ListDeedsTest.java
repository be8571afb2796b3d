package dev.sharedinbox.realtime.list;

import static dev.sharedinbox.testing.LiveSession.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every deed moves chats in and out of the lists it concerns, for everybody who may see it and nobody else.
@QuarkusTest
class ListDeedsTest {

    private static final JsonObject OPEN = rule("status", "EQ", "OPEN");
    private static final JsonObject MINE = rule("assignee", "EQ", "ME");

    @Inject
    LiveFixtures fixtures;

    @Inject
    Pool pool;

    /// While anybody looks at a list, the node remembers how chats were, and tells of them exactly.
    private LiveSession witness;

    @BeforeEach
    void look() {
        witness = LiveSession.as("maya").hello();
        witness.send("subscribe", "id", "a", "topic", "chatList").expectCaughtUp();
    }

    @AfterEach
    void lookAway() {
        witness.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maya", "omar", "lena"})
    void openChats_loseAChatThatIsClosedAndRegainItWhenItIsReopened(String user) {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var live = listening(user, OPEN)) {
            fixtures.message(chat, "Hello?");
            var row = live.expectEventOf("chatList.updated", chat).getJsonObject("chat");
            assertThat(row.getJsonObject("lastMessage").getString("text")).isEqualTo("Hello?");

            does("closeChat", chat);
            assertThat(live.expectEventOf("chatList.left", chat).getMap()).containsOnlyKeys("type", "chatId");

            does("reopenChat", chat);
            assertThat(live.expectEventOf("chatList.entered", chat).getString("sortKey"))
                    .endsWith(" " + chat);
        }
    }

    @Test
    void myChats_gainWhatIsAssignedToMeAndLoseWhatIsAssignedAway() {
        var chat = fixtures.chatOf(DemoIds.JONAS);
        try (var lena = listening("lena", MINE);
                var omar = listening("omar", MINE)) {
            assign(chat, DemoIds.LENA);
            assertThat(lena.expectEventOf("chatList.entered", chat)
                            .getJsonObject("chat")
                            .getJsonObject("assignee")
                            .getString("name"))
                    .isEqualTo("Lena");

            assign(chat, DemoIds.OMAR);
            assertThat(lena.expectEventOf("chatList.left", chat).getMap()).containsOnlyKeys("type", "chatId");
            omar.expectEventOf("chatList.entered", chat);
        }
    }

    @Test
    void agent_losesFromEveryListWhatIsAssignedAwayAndHearsNoMoreOfIt() {
        var lost = fixtures.chatOf(DemoIds.LENA);
        var kept = fixtures.chatOf(DemoIds.LENA);
        try (var live = listening("lena", OPEN)) {
            assign(lost, DemoIds.JONAS);
            fixtures.message(lost, "secret");
            fixtures.message(kept, "hers");

            assertThat(live.expectEventOf("chatList.left", lost).getMap()).containsOnlyKeys("type", "chatId");
            assertThat(live.expect("event").getJsonObject("event").getString("chatId"))
                    .isEqualTo(kept.toString());
        }
    }

    @Test
    void agent_hearsNothingOfChatsThatWereNeverTheirs() {
        var his = fixtures.chatOf(DemoIds.JONAS);
        var hers = fixtures.chatOf(DemoIds.LENA);
        try (var live = listening("lena", OPEN)) {
            fixtures.message(his, "secret");
            does("closeChat", his);
            fixtures.message(hers, "hers");

            assertThat(live.expect("event").getJsonObject("event").getString("chatId"))
                    .isEqualTo(hers.toString());
        }
    }

    @Test
    void taggedChats_followTheirTags() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var tag = ChatFixtures.newTag(pool).toString();
        try (var live = listening("maya", rule("tags", "ANY_OF", tag))) {
            does("addChatTags", Map.of("chatId", chat.toString(), "tagIds", List.of(tag)));
            live.expectEventOf("chatList.entered", chat);

            does("removeChatTags", Map.of("chatId", chat.toString(), "tagIds", List.of(tag)));
            live.expectEventOf("chatList.left", chat);
        }
    }

    @Test
    void unreadChats_followWhatIsRead() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var live = listening("lena", rule("unread", "EQ", "true"))) {
            does("markChatUnread", chat);
            live.expectEventOf("chatList.entered", chat);

            fixtures.message(chat, "one more");
            assertThat(live.expectEventOf("chatList.updated", chat)
                            .getJsonObject("chat")
                            .getInteger("unreadCount"))
                    .isEqualTo(1);

            does("markChatRead", chat);
            live.expectEventOf("chatList.left", chat);
        }
    }

    @Test
    void search_followsTheCustomersName() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var name = "Wilhelmina " + chat.toString().substring(24);
        try (var live = LiveSession.as("maya").hello()) {
            live.send("subscribe", "id", "a", "topic", "chatList", "search", name)
                    .expectCaughtUp();
            rename(chat, name.toUpperCase());
            live.expectEventOf("chatList.entered", chat);

            rename(chat, "Somebody else");
            live.expectEventOf("chatList.left", chat);
        }
    }

    @Test
    void newChat_enters() {
        try (var live = listening("lena", MINE)) {
            var chat = fixtures.chatOf(DemoIds.LENA);

            live.expectEventOf("chatList.entered", chat);
        }
    }

    @Test
    void changedRole_endsTheListAndTheNextOneShowsWhatItAllows() {
        var his = fixtures.chatOf(DemoIds.JONAS);
        try (var live = listening("lena", OPEN)) {
            giveRole(DemoIds.MANAGER_ROLE);
            while (!"viewer".equals(live.next().getString("type"))) {}

            live.subscribeToList("b", OPEN).expectCaughtUp();
            fixtures.message(his, "for Lena the manager");
            live.expectEventOf("chatList.updated", his);
        } finally {
            giveRole(DemoIds.AGENT_ROLE);
        }
    }

    private static LiveSession listening(String user, JsonObject filter) {
        return LiveSession.as(user).hello().subscribeToList("a", filter).expectCaughtUp();
    }

    private static void does(String deed, UUID chat) {
        does(deed, Map.of("chatId", chat.toString()));
    }

    private static void does(String deed, Map<String, ?> input) {
        assertThat(Agent.called("maya").does(deed, input).userErrorCodes(deed)).isEmpty();
    }

    private static void assign(UUID chat, UUID user) {
        does("assignChat", Map.of("chatId", chat.toString(), "userId", user.toString()));
    }

    private static void rename(UUID chat, String name) {
        var maya = GraphQl.as("maya");
        var contact = maya.query("query ($id: ID!) { chat(id: $id) { contact { id } } }", Map.of("id", chat.toString()))
                .text("chat.contact.id");
        maya.query("""
                mutation ($input: UpdateContactInput!) {
                    updateContact(input: $input) { contact { name } errors { code } } }
                """, Map.of("input", Map.of("contactId", contact, "name", name)))
                .text("updateContact.contact.name");
    }

    private void giveRole(Object role) {
        fixtures.execute(
                "update workspace_user set role_id = $2 where workspace_id = $1 and id = $3",
                DemoIds.WORKSPACE,
                role,
                DemoIds.LENA);
        fixtures.changeAccessOf(DemoIds.LENA);
    }
}
