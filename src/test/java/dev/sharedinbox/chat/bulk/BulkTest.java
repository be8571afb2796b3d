package dev.sharedinbox.chat.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
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

    private BulkUser maya;
    private BulkUser omar;

    @BeforeEach
    void begin() {
        maya = BulkUser.called("maya");
        omar = BulkUser.called("omar");
    }

    @Test
    void fewChats_areDoneWithinTheCall_andRefusalsHaveCodes() {
        // Given
        var chats = chats(3);
        var all = new ArrayList<>(chats);
        all.add(ChatFixtures.chat().inOtherWorkspace().insert(pool));

        // When
        var answer = maya.does("CLOSE", Map.of("chatIds", all));

        // Then
        assertThat(answer.<Map<String, Object>>get("bulkChats.job"))
                .containsEntry("state", "DONE")
                .containsEntry("total", 4)
                .containsEntry("done", 3)
                .containsEntry("refused", 1);
        assertThat(open(chats)).isZero();
        var refused = maya.results(answer.text("bulkChats.job.id"), true);
        assertThat(refused).containsExactly(Map.of("chatId", all.getLast(), "done", false, "code", "NOT_FOUND"));
    }

    @Test
    void metrics_countChatsByWhatBecameOfThem() {
        // Given
        var done = counted("DONE");
        var refused = counted("NOT_FOUND");

        // When
        maya.does(
                "MARK_UNREAD",
                Map.of(
                        "chatIds",
                        Stream.concat(chats(2).stream(), Stream.of(key)).toList()));

        // Then
        assertThat(counted("DONE")).isEqualTo(done + 2);
        assertThat(counted("NOT_FOUND")).isEqualTo(refused + 1);
    }

    @Test
    void manyChatsOfAFilter_areDoneInTheBackground_andTheOwnerAloneIsTold() {
        // Given
        var chats = chats(60);
        try (var owner = LiveSession.as("maya").hello().subscribe("changes").expectCaughtUp()) {
            // When
            var filter = SpaceUser.rule("contactName", "EQ", family);
            var job = maya.does("ASSIGN", Map.of("filter", filter, "userId", DemoIds.LENA.toString()))
                    .text("bulkChats.job.id");

            // Then
            assertThat(maya.whenEnded(job))
                    .containsEntry("state", "DONE")
                    .containsEntry("done", 60)
                    .containsEntry("refused", 0);
            var told = Stream.generate(owner::next)
                    .map(frame -> frame.getJsonObject("event"))
                    .filter(event -> event != null && event.getString("type").equals("bulk.updated"))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.getJsonObject("bulkJob").getString("id")).isEqualTo(job);
            assertThat(maya.jobs()).contains(job);
            assertThat(omar.job(job)).isNull();
            assertThat(omar.jobs()).doesNotContain(job);
            assertThat(omar.results(job, false)).isEmpty();
        }
        assertThat(having("assignee_id = '" + DemoIds.LENA + "'", chats)).isEqualTo(60);
    }

    @Test
    void sameRequestAgain_isTheSameJob_andAnotherOneIsAConflict() {
        // Given
        var chats = Map.of("chatIds", chats(2));
        var first = maya.asks(key, "MARK_READ", chats);

        // When
        var again = maya.asks(key, "MARK_READ", chats);
        var other = maya.asks(key, "CLOSE", chats);

        // Then
        assertThat(again.text("bulkChats.job.id")).isEqualTo(first.text("bulkChats.job.id"));
        assertThat(other.userErrorCodes("bulkChats")).containsExactly("CONFLICT");
        assertThat(open(chats.get("chatIds"))).isEqualTo(2);
    }

    @Test
    void agent_changesOnlyWhatTheySee() {
        // Given
        var own = ChatFixtures.chat().assignee(DemoIds.LENA).insert(pool);
        var chats = List.of(own, chats(1).getFirst());
        var tag = ChatFixtures.newTag(pool).toString();

        // When
        var answer = BulkUser.called("lena").does("ADD_TAGS", Map.of("chatIds", chats, "tagIds", List.of(tag)));

        // Then
        assertThat(answer.<Map<String, Object>>get("bulkChats.job"))
                .containsEntry("done", 1)
                .containsEntry("refused", 1);
        assertThat(Database.column("select chat_id::text from chat_tag where tag_id = ?::uuid", tag))
                .containsExactly(own);
    }

    @Test
    void everyDeed_isDone() {
        // Given
        var tag = ChatFixtures.newTag(pool).toString();
        var chats = chats(2);

        // Then
        does("MARK_UNREAD", chats, Map.of());
        assertThat(having("unread", chats)).isEqualTo(2);
        does("MARK_READ", chats, Map.of());
        assertThat(having("unread", chats)).isZero();
        does("ASSIGN", chats, Map.of("userId", DemoIds.LENA.toString(), "teamId", DemoIds.SALES_TEAM.toString()));
        does("ASSIGN_TEAM", chats, Map.of());
        assertThat(having("assignee_id is not null and team_id is null", chats)).isEqualTo(2);
        does("ASSIGN_TEAM", chats, Map.of("teamId", DemoIds.SUPPORT_TEAM.toString()));
        does("ASSIGN", chats, Map.of());
        assertThat(having("assignee_id is null and team_id is not null", chats)).isEqualTo(2);
        does("ADD_TAGS", chats, Map.of("tagIds", List.of(tag)));
        assertThat(having("exists (select from chat_tag where chat_id = chat.id)", chats))
                .isEqualTo(2);
        does("REMOVE_TAGS", chats, Map.of("tagIds", List.of(tag)));
        assertThat(having("exists (select from chat_tag where chat_id = chat.id)", chats))
                .isZero();
        does("CLOSE", chats, Map.of());
        does("REOPEN", chats, Map.of());
        assertThat(open(chats)).isEqualTo(2);
    }

    @Test
    void cancelledJob_leavesTheRestAlone() {
        // Given
        var ended = maya.does("MARK_READ", Map.of("chatIds", chats(2))).text("bulkChats.job.id");

        // Then
        assertThat(maya.cancel(ended).text("cancelBulkJob.job.state")).isEqualTo("DONE");
        assertThat(omar.cancel(ended).userErrorCodes("cancelBulkJob")).containsExactly("NOT_FOUND");
        assertThat(maya.cancel("x").userErrorCodes("cancelBulkJob")).containsExactly("NOT_FOUND");

        // When
        var many = maya.does("CLOSE", Map.of("chatIds", chats(400))).text("bulkChats.job.id");
        var cancelled = maya.cancel(many);

        // Then
        assertThat(cancelled.text("cancelBulkJob.job.state")).isEqualTo("CANCELLED");
        assertThat(cancelled.number("cancelBulkJob.job.done")).isLessThan(400);
    }

    private void does(String deed, List<String> chats, Map<String, ?> more) {
        var input = new HashMap<String, Object>(more);
        input.put("chatIds", chats);
        assertThat(maya.does(deed, input).number("bulkChats.job.done")).as(deed).isEqualTo(chats.size());
    }

    private List<String> chats(int count) {
        return Stream.generate(() -> ChatFixtures.chat().name(family).insert(pool))
                .limit(count)
                .toList();
    }

    private static long open(List<String> chats) {
        return having("status = 'OPEN'", chats);
    }

    private static long having(String condition, List<String> chats) {
        return Database.count(
                "select count(*) from chat where id = any(?::uuid[]) and " + condition,
                "{" + String.join(",", chats) + "}");
    }

    private static double counted(String outcome) {
        var name = "inbox_bulk_chats_total{deed=\"MARK_UNREAD\",outcome=\"" + outcome + "\"} ";
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }
}
