package dev.sharedinbox.chat.search;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MessageSearchTest {

    private static final String SEARCH = """
            query ($search: String!, $filter: ChatFilterInput, $spaceId: ID, $chatId: ID, $first: Int, $after: String) {
              searchMessages(search: $search, filter: $filter, spaceId: $spaceId, chatId: $chatId, first: $first,
                  after: $after) {
                edges { cursor node { message { id text } chat { id } snippet { text marks { start end } } } }
                pageInfo { hasNextPage hasPreviousPage endCursor } } }
            """;
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Inject
    Pool pool;

    @Inject
    Database database;

    /// A word that no other test's messages say.
    private final String mark = word();

    private String chat;
    private int said;

    @BeforeEach
    void oneChat() {
        chat = chat().assignee(DemoIds.LENA).insert(pool);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "grosse %s",
                "%s CAFÉ",
                "cafe größe",
                "\"große größe\" %s",
                "“GROSSE Große” %s",
                "1234 %s",
                "ab-1234 %s",
                "shop %s",
                "%s -tea",
                "tea or %s"
            })
    void words_areFoundWhateverTheirOrderCaseAndAccents(String search) {
        // Given
        says(chat, "Große Größe Cafe\u0301 AB-1234, lena@shop.example " + mark);

        // Then
        assertThat(found(search.formatted(mark) + " " + mark)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s tea", "%s -coffee", "\"cup coffee\" %s", "%s coff", "% %s", "'; drop table message; -- %s"})
    void wordsThatAreNotThere_findNothing(String search) {
        // Given
        says(chat, "A cup of coffee " + mark);

        // Then
        assertThat(found(search.replace("%s", mark))).hasSize(search.startsWith("% ") ? 1 : 0);
    }

    @Test
    void snippet_marksTheWords() {
        // Given
        says(chat, "Lorem ipsum ".repeat(40) + "<b>Größe</b> " + mark);

        // When
        var answer = search("maya", Map.of("search", "grosse " + mark));

        // Then
        String text = answer.text("searchMessages.edges[0].node.snippet.text");
        List<Map<String, Integer>> marks = answer.list("searchMessages.edges[0].node.snippet.marks");
        assertThat(text).startsWith("…").hasSizeLessThan(220);
        assertThat(marks)
                .extracting(range -> text.substring(range.get("start"), range.get("end")))
                .containsExactly("Größe", mark);
    }

    @Test
    void everythingPeopleRead_isFound() {
        // Given
        var file = says(chat, null);
        database.run(
                "insert into attachment (workspace_id, id, message_id, kind, file_name) values ($1, $2, $3, 'DOCUMENT', $4)",
                DemoIds.WORKSPACE,
                Ids.next(),
                file,
                "Invoice_" + mark + ".pdf");
        changes(file);
        var list = says(
                chat,
                "Our menu",
                new JsonObject().put("kind", "list").put("id", "id" + mark).put("description", "Daily " + mark));
        var form = says(chat, "Sent", new JsonObject().put("answers", new JsonObject().put("any", mark)));
        var sent = says(chat, mark);
        database.run("update message set direction = 'OUTGOING', status = 'SENT' where id = $1", sent);
        says(chat, "raw", new JsonObject().put("raw", new JsonObject().put("title", mark)));

        // Then
        assertThat(found(mark))
                .containsExactlyInAnyOrder(file.toString(), list.toString(), form.toString(), sent.toString());
        assertThat(found("id" + mark)).isEmpty();
    }

    @Test
    void editedMessage_isFoundByItsNewTextOnly() {
        // Given
        var message = says(chat, "former " + mark);
        assertThat(found("former " + mark)).hasSize(1);

        // When
        database.run(
                "update message set text = $2, edited_at = now(), original = '{}' where id = $1",
                message,
                "later " + mark);

        // Then
        assertThat(ids(search("maya", Map.of("search", "former " + mark)))).isEmpty();
        indexed();
        assertThat(found("later " + mark)).containsExactly(message.toString());
        assertThat(found("former " + mark)).isEmpty();
    }

    @Test
    void revokedMessage_isNotFoundFromTheVeryMomentOn() {
        // Given
        var message = says(chat, mark);
        assertThat(found(mark)).hasSize(1);

        // When
        database.run("update message set text = null, revoked_at = now(), original = '{}' where id = $1", message);

        // Then
        assertThat(ids(search("maya", Map.of("search", mark)))).isEmpty();
        indexed();
        assertThat(database.run("select from message_words where message_id = $1", message))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"maya,3", "omar,3", "lena,1", "jonas,1", "zoe,0"})
    void nobodyFindsAMessageOfAChatTheyMayNotSee(String user, int hits) {
        // Given
        says(chat, mark);
        says(chat().assignee(DemoIds.JONAS).insert(pool), mark);
        says(chat().inSupport().insert(pool), mark);

        // When
        var answer = search(user, Map.of("search", mark, "first", 1));

        // Then
        assertThat(ids(search(user, Map.of("search", mark)))).hasSize(hits);
        assertThat(answer.<Boolean>get("searchMessages.pageInfo.hasNextPage")).isEqualTo(hits > 1);
    }

    @Test
    void oneChat_isSearchedOnlyByWhoMaySeeIt() {
        // Given
        var message = says(chat, mark);
        says(chat().insert(pool), mark);

        // Then
        assertThat(ids(search("lena", Map.of("search", mark, "chatId", chat)))).containsExactly(message.toString());
        assertThat(search("jonas", Map.of("search", mark, "chatId", chat)).errorCodes())
                .containsExactly("NOT_FOUND");
        assertThat(search("zoe", Map.of("search", mark, "chatId", chat)).errorCodes())
                .containsExactly("NOT_FOUND");
        assertThat(search("maya", Map.of("search", mark, "chatId", "x")).errorCodes())
                .containsExactly("NOT_FOUND");
    }

    @Test
    void filter_holdsBesideTheWords() {
        // Given
        says(chat, mark);
        var closed = says(chat().status("CLOSED").insert(pool), mark);
        var rule = Map.of("rule", Map.of("field", "status", "operator", "EQ", "values", List.of("CLOSED")));

        // Then
        assertThat(ids(search("maya", Map.of("search", mark, "filter", rule)))).containsExactly(closed.toString());
    }

    @Test
    void pages_goThroughAllHitsNewestFirstWhileNewOnesArrive() {
        // Given
        var messages = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            messages.addFirst(says(chat, mark + " number " + i).toString());
        }

        // When
        var met = new ArrayList<String>();
        var page = search("maya", Map.of("search", mark, "first", 3));
        met.addAll(ids(page));
        while (page.<Boolean>get("searchMessages.pageInfo.hasNextPage")) {
            says(chat, mark + " later");
            page = search(
                    "maya",
                    Map.of("search", mark, "first", 3, "after", page.text("searchMessages.pageInfo.endCursor")));
            met.addAll(ids(page));
        }

        // Then
        assertThat(met).isEqualTo(messages);
    }

    @Test
    void hit_leadsToItsPlaceInTheChat() {
        // Given
        says(chat, "before");
        var message = says(chat, mark);
        says(chat, "after");

        // When
        var around = GraphQl.as("lena").query("""
                query ($chat: ID!, $around: ID!) {
                  chat(id: $chat) { messages(around: $around, first: 3) { edges { node { text } } } } }
                """, Map.of("chat", chat, "around", message.toString()));

        // Then
        assertThat(around.<String>list("chat.messages.edges.node.text")).containsExactly("before", mark, "after");
    }

    @Test
    void cursorOfAnotherSearchOrUser_isRefused() {
        // Given
        says(chat, mark);
        var cursor = search("lena", Map.of("search", mark)).text("searchMessages.pageInfo.endCursor");

        // Then
        assertThat(search("lena", Map.of("search", mark, "after", cursor)).errorCodes())
                .isEmpty();
        assertThat(search("maya", Map.of("search", mark, "after", cursor)).errorCodes())
                .containsExactly("INVALID_CURSOR");
        assertThat(search("lena", Map.of("search", mark + "x", "after", cursor)).errorCodes())
                .containsExactly("INVALID_CURSOR");
        assertThat(search("lena", Map.of("search", mark, "chatId", chat, "after", cursor))
                        .errorCodes())
                .containsExactly("INVALID_CURSOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-tea", "!?", "\"\"", "-a -\"b c\"", "a\u0000b", "a or -b"})
    void searchThatNamesNothing_isRefused(String search) {
        // When
        var answer = search("maya", Map.of("search", search));

        // Then
        assertThat(answer.errorCodes()).containsExactly("INVALID_INPUT");
        assertThat(answer.errors().getFirst().toString()).contains("search");
    }

    @Test
    void absurdSearch_isRefused() {
        assertThat(search("maya", Map.of("search", "x".repeat(201))).errorCodes())
                .containsExactly("INVALID_INPUT");
        assertThat(search("maya", Map.of("search", "x ".repeat(17))).errorCodes())
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void language_makesItsWordsFindEachOtherInAllMessages() {
        // Given
        var message = says(
                chat().inOtherWorkspace().insert(pool),
                DemoIds.OTHER_WORKSPACE,
                "Die Häuser " + mark,
                new JsonObject());
        assertThat(ids(search("zoe", Map.of("search", "Haus " + mark)))).isEmpty();

        // When
        language("german");

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ids(search("zoe", Map.of("search", "Haus " + mark))))
                        .containsExactly(message.toString()));
        assertThat(search("zoe", Map.of("search", "und die")).errorCodes()).containsExactly("INVALID_INPUT");
        language(null);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ids(search("zoe", Map.of("search", "Haeuser or haus " + mark))))
                        .isEmpty());
    }

    @Test
    void messagesOfBefore_areMadeFindableByTheWalk() {
        // Given
        var message = says(chat, mark);
        indexed();
        database.run("delete from message_words where workspace_id = $1", DemoIds.WORKSPACE);
        assertThat(found(mark)).isEmpty();

        // When
        database.run("delete from message_search where workspace_id = $1", DemoIds.WORKSPACE);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(database.run(
                                "select from message_search where workspace_id = $1 and walked_to is null",
                                DemoIds.WORKSPACE))
                        .hasSize(1));
        assertThat(found(mark)).containsExactly(message.toString());
        assertThat(database.run(
                        "select m.id from message m where m.workspace_id = $1 and coalesce(m.text, '') ~ '[a-z]{3}'"
                                + " and m.revoked_at is null and not exists (select from message_words w"
                                + " where w.workspace_id = m.workspace_id and w.message_id = m.id)",
                        DemoIds.WORKSPACE))
                .isEmpty();
    }

    @Test
    void batchThatFailsHalfWay_isDoneAgain() {
        // Given
        database.run("""
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'refused'; end $$""");
        database.run("create trigger refused before insert on message_words for each row execute function refuse()");
        var first = stores(chat, mark + " one", new JsonObject());
        var second = stores(chat, mark + " two", new JsonObject());
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> database.run("select from message_unindexed where message_id in ($1, $2)", first, second)
                                .size(),
                        left -> left == 2);

        // When
        database.run("drop function refuse() cascade");

        // Then
        assertThat(found(mark)).containsExactly(second.toString(), first.toString());
    }

    private List<String> found(String search) {
        indexed();
        return ids(search("maya", Map.of("search", search)));
    }

    private static Answer search(String user, Map<String, ?> arguments) {
        return GraphQl.as(user).query(SEARCH, new HashMap<>(arguments));
    }

    private static List<String> ids(Answer answer) {
        return answer.list("searchMessages.edges.node.message.id");
    }

    private UUID says(String chat, String text) {
        return says(chat, text, new JsonObject());
    }

    private UUID says(String chat, String text, JsonObject content) {
        return says(chat, DemoIds.WORKSPACE, text, content);
    }

    private UUID says(String chat, UUID workspace, String text, JsonObject content) {
        var id = stores(chat, text, content);
        indexed(workspace);
        return id;
    }

    private UUID stores(String chat, String text, JsonObject content) {
        var id = Ids.next();
        database.run(
                """
                with numbered as (
                    update chat set last_seq = last_seq + 1 where id = $1 returning *)
                insert into message (workspace_id, id, chat_id, seq, business_number_id, direction, type, text, content,
                    sender_kind, sent_at)
                select workspace_id, $2, id, last_seq, business_number_id, 'INCOMING', 'TEXT', $3, $4, 'CUSTOMER', $5
                from numbered
                """,
                UUID.fromString(chat),
                id,
                text,
                content,
                NOON.plusSeconds(said++).atOffset(ZoneOffset.UTC));
        return id;
    }

    private void changes(UUID message) {
        database.run("update message set sent_at = sent_at + interval '1 ms' where id = $1", message);
        indexed();
    }

    private void indexed() {
        indexed(DemoIds.WORKSPACE);
    }

    private void indexed(UUID workspace) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.run("select from message_unindexed where workspace_id = $1 limit 1", workspace)
                        .isEmpty());
    }

    private void language(String language) {
        database.run("update workspace set search_language = $2 where id = $1", DemoIds.OTHER_WORKSPACE, language);
    }

    private static String word() {
        return "q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "")
                + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
