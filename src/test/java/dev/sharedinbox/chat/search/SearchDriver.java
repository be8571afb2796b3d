package dev.sharedinbox.chat.search;

import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets customers say something in chats, a second after what was said before, and searches it.
@Singleton
class SearchDriver {

    private static final String SEARCH = """
            query ($search: String!, $filter: ChatFilterInput, $spaceId: ID, $chatId: ID, $first: Int, $after: String) {
              searchMessages(search: $search, filter: $filter, spaceId: $spaceId, chatId: $chatId, first: $first,
                  after: $after) {
                edges { cursor node { message { id text } chat { id } snippet { text marks { start end } } } }
                pageInfo { hasNextPage hasPreviousPage endCursor } } }
            """;
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Database database;
    private final AtomicInteger said = new AtomicInteger();

    SearchDriver(Database database) {
        this.database = database;
    }

    /// A word that no other test's messages say.
    static String word() {
        return "q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "")
                + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    static Answer search(String user, Map<String, ?> arguments) {
        return GraphQl.as(user).query(SEARCH, new HashMap<>(arguments));
    }

    static List<String> ids(Answer answer) {
        return answer.list("searchMessages.edges.node.message.id");
    }

    /// What an administrator finds when everything said can be found.
    List<String> found(String search) {
        indexed();
        return ids(search("maya", Map.of("search", search)));
    }

    UUID says(String chat, String text) {
        return says(chat, text, new JsonObject());
    }

    UUID says(String chat, String text, JsonObject content) {
        var id = stores(chat, text, content);
        indexed();
        return id;
    }

    /// The same, without waiting until it can be found.
    UUID stores(String chat, String text) {
        return stores(chat, text, new JsonObject());
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
                NOON.plusSeconds(said.getAndIncrement()).atOffset(ZoneOffset.UTC));
        return id;
    }

    /// Wait until everything said in the demo's workspaces can be found.
    void indexed() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.run(
                                "select from message_unindexed where workspace_id in ($1, $2) limit 1",
                                DemoIds.WORKSPACE,
                                DemoIds.OTHER_WORKSPACE)
                        .isEmpty());
    }

    /// Whether the kept words of a message have a word.
    boolean keeps(UUID message, String word) {
        return !database.run(
                        "select from message_words where workspace_id = $1 and message_id = $2"
                                + " and words @@ plainto_tsquery('simple', $3::text)",
                        DemoIds.WORKSPACE,
                        message,
                        word)
                .isEmpty();
    }
}
