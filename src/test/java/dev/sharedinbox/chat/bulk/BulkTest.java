package dev.sharedinbox.chat.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveSession;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkTest {

    private final String family = "Bulk" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Inject
    Pool pool;

    @Inject
    Database database;

    private GraphQl maya;

    @BeforeEach
    void begin() {
        maya = GraphQl.as("maya");
    }

    @Test
    void fewChats_areDoneWithinTheCall_andRefusalsHaveCodes() {
        // Given
        var chats = chats(3);
        var all = new ArrayList<>(chats);
        all.add(ChatFixtures.chat().inOtherWorkspace().insert(pool));

        // When
        var answer = bulk(maya, Map.of("deed", "CLOSE", "chatIds", all));

        // Then
        assertThat(answer.<Map<String, Object>>get("bulkChats.job"))
                .containsEntry("state", "DONE")
                .containsEntry("total", 4)
                .containsEntry("done", 3)
                .containsEntry("refused", 1);
        assertThat(open(chats)).isZero();
        var refused = results(maya, answer.text("bulkChats.job.id"), true);
        assertThat(refused).containsExactly(Map.of("chatId", all.getLast(), "done", false, "code", "NOT_FOUND"));
    }

    @Test
    void manyChatsOfAFilter_areDoneInTheBackground_andTheOwnerAloneIsTold() {
        // Given
        var chats = chats(60);
        var filter = Map.of("rule", Map.of("field", "contactName", "operator", "EQ", "values", List.of(family)));
        try (var owner = LiveSession.as("maya").hello().subscribe("changes").expectCaughtUp()) {
            // When
            var job = bulk(maya, Map.of("deed", "ASSIGN", "filter", filter, "userId", DemoIds.LENA.toString()))
                    .text("bulkChats.job.id");

            // Then
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(job(maya, job)).containsEntry("state", "DONE"));
            assertThat(job(maya, job)).containsEntry("done", 60).containsEntry("refused", 0);
            var told = Stream.generate(owner::next)
                    .map(frame -> frame.getJsonObject("event"))
                    .filter(event -> event != null && event.getString("type").equals("bulk.updated"))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.getJsonObject("bulkJob").getString("id")).isEqualTo(job);
            assertThat(GraphQl.as("omar")
                            .query("query ($id: ID!) { bulkJob(id: $id) { id } }", Map.of("id", job))
                            .<Object>get("bulkJob"))
                    .isNull();
            assertThat(results(GraphQl.as("omar"), job, false)).isEmpty();
        }
        assertThat(Database.count(
                        "select count(*) from chat where id = any(?::uuid[]) and assignee_id = ?::uuid",
                        "{" + String.join(",", chats) + "}",
                        DemoIds.LENA.toString()))
                .isEqualTo(60);
    }

    @Test
    void sameRequestAgain_isTheSameJob_andAnotherOneIsAConflict() {
        // Given
        var chats = chats(2);
        var first = bulk(maya, Map.of("deed", "MARK_READ", "chatIds", chats));

        // When
        var again = bulk(maya, Map.of("deed", "MARK_READ", "chatIds", chats));
        var other = bulk(maya, Map.of("deed", "CLOSE", "chatIds", chats));

        // Then
        assertThat(again.text("bulkChats.job.id")).isEqualTo(first.text("bulkChats.job.id"));
        assertThat(other.userErrorCodes("bulkChats")).containsExactly("CONFLICT");
        assertThat(open(chats)).isEqualTo(2);
    }

    @Test
    void agent_changesOnlyWhatTheySee() {
        // Given
        var own = ChatFixtures.chat().assignee(DemoIds.LENA).insert(pool);
        var chats = List.of(own, chats(1).getFirst());
        var tag = ChatFixtures.newTag(pool).toString();

        // When
        var answer = bulk(GraphQl.as("lena"), Map.of("deed", "ADD_TAGS", "chatIds", chats, "tagIds", List.of(tag)));

        // Then
        assertThat(answer.<Map<String, Object>>get("bulkChats.job"))
                .containsEntry("done", 1)
                .containsEntry("refused", 1);
        assertThat(Database.column("select chat_id::text from chat_tag where tag_id = ?::uuid", tag))
                .containsExactly(own);
    }

    @Test
    void jobOfADeadNode_isGoneOnWith_andEachChatIsDoneOnce() {
        // Given
        var chats = chats(3);
        var job = bulk(maya, Map.of("deed", "CLOSE", "chatIds", chats)).text("bulkChats.job.id");
        var before = closings(chats);
        database.run(
                "update bulk_job set state = 'RUNNING', finished_at = null, created_at = now() - interval '1 minute'"
                        + " where id = $1",
                UUID.fromString(job));
        database.run(
                "update bulk_chat set state = 'PENDING' where job_id = $1 and chat_id = $2",
                UUID.fromString(job),
                UUID.fromString(chats.getFirst()));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(job(maya, job)).containsEntry("state", "DONE"));
        assertThat(job(maya, job)).containsEntry("done", 3);
        assertThat(closings(chats)).isEqualTo(before);
    }

    @Test
    void cancelledJob_leavesTheRestAlone() {
        // Given
        var chats = chats(2);
        var job = bulk(maya, Map.of("deed", "MARK_READ", "chatIds", chats)).text("bulkChats.job.id");

        // Then
        assertThat(cancel(maya, job).text("cancelBulkJob.job.state")).isEqualTo("DONE");
        assertThat(cancel(GraphQl.as("omar"), job).userErrorCodes("cancelBulkJob"))
                .containsExactly("NOT_FOUND");

        // When
        var many = bulk(maya, UUID.randomUUID().toString(), Map.of("deed", "CLOSE", "chatIds", chats(400)))
                .text("bulkChats.job.id");
        var cancelled = cancel(maya, many);

        // Then
        assertThat(cancelled.text("cancelBulkJob.job.state")).isEqualTo("CANCELLED");
        assertThat(cancelled.number("cancelBulkJob.job.done")).isLessThan(400);
    }

    @Test
    void wrongRequests_areRefused() {
        assertThat(bulk(maya, Map.of("deed", "CLOSE")).userErrorCodes("bulkChats"))
                .containsExactly("INVALID_INPUT");
        assertThat(bulk(maya, Map.of("deed", "ADD_TAGS", "chatIds", chats(1))).userErrorCodes("bulkChats"))
                .containsExactly("INVALID_INPUT");
        assertThat(bulk(
                                maya,
                                Map.of(
                                        "deed",
                                        "CLOSE",
                                        "chatIds",
                                        Stream.generate(UUID::randomUUID)
                                                .limit(1_001)
                                                .map(UUID::toString)
                                                .toList()))
                        .userErrorCodes("bulkChats"))
                .containsExactly("INVALID_INPUT");
    }

    private List<String> chats(int count) {
        return Stream.generate(() -> ChatFixtures.chat().name(family).insert(pool))
                .limit(count)
                .toList();
    }

    private Answer bulk(GraphQl api, Map<String, ?> input) {
        return bulk(api, key, input);
    }

    private static Answer bulk(GraphQl api, String key, Map<String, ?> more) {
        var input = new HashMap<String, Object>(more);
        input.put("clientRequestId", key);
        return api.query("""
                mutation ($input: BulkChatsInput!) {
                  bulkChats(input: $input) { job { id deed state total done refused } errors { code path message } }
                }
                """, Map.of("input", input));
    }

    private static Answer cancel(GraphQl api, String job) {
        return api.query("""
                mutation ($input: CancelBulkJobInput!) {
                  cancelBulkJob(input: $input) { job { state done } errors { code } }
                }
                """, Map.of("input", Map.of("jobId", job)));
    }

    private static Map<String, Object> job(GraphQl api, String job) {
        return api.query("query ($id: ID!) { bulkJob(id: $id) { state total done refused } }", Map.of("id", job))
                .get("bulkJob");
    }

    private static List<Map<String, Object>> results(GraphQl api, String job, boolean refusedOnly) {
        return api.query(
                        "query ($id: ID!, $refused: Boolean) { bulkResults(jobId: $id, refusedOnly: $refused)"
                                + " { chatId done code } }",
                        Map.of("id", job, "refused", refusedOnly))
                .list("bulkResults");
    }

    private static long open(List<String> chats) {
        return Database.count(
                "select count(*) from chat where id = any(?::uuid[]) and status = 'OPEN'",
                "{" + String.join(",", chats) + "}");
    }

    private static long closings(List<String> chats) {
        return Database.count(
                "select count(*) from change where type = 'chat.updated' and chat_id = any(?::uuid[])",
                "{" + String.join(",", chats) + "}");
    }
}
