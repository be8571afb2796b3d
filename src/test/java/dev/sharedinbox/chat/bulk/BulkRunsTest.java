package dev.sharedinbox.chat.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How jobs share the time, and what becomes of those that were left.
@QuarkusTest
class BulkRunsTest {

    @Inject
    Database database;

    private BulkUser maya;
    private BulkUser omar;

    @BeforeEach
    void begin() {
        maya = BulkUser.called("maya");
        omar = BulkUser.called("omar");
    }

    @Test
    void longJob_keepsNoOtherWaiting() {
        // Given
        var longOne = maya.does("MARK_UNREAD", manyChats(2_000)).text("bulkChats.job.id");

        // When
        var shortOne = omar.does("MARK_UNREAD", manyChats(60)).text("bulkChats.job.id");

        // Then
        assertThat(omar.whenEnded(shortOne)).containsEntry("done", 60);
        assertThat(maya.isUnderWay(longOne)).isTrue();
        assertThat(maya.cancel(longOne).text("cancelBulkJob.job.state")).isEqualTo("CANCELLED");
    }

    @Test
    void jobOfANewerVersion_waits_andKeepsNoOtherWaiting() {
        // Given
        var job = UUID.randomUUID();
        database.run("""
                insert into bulk_job (workspace_id, id, user_id, client_request_id, request, deed, arguments, total,
                    created_at)
                values ($1, $2, $3, $2::text, 'x', 'DANCE', '{}', 100, now() - interval '1 minute')
                """, DemoIds.WORKSPACE, job, DemoIds.MAYA);

        // When
        var other = omar.does("MARK_UNREAD", manyChats(60)).text("bulkChats.job.id");

        // Then
        assertThat(omar.whenEnded(other)).containsEntry("done", 60);
        assertThat(database.run("delete from bulk_job where id = $1 and state = 'RUNNING' returning id", job))
                .hasSize(1);
    }

    @Test
    void jobOfADeadNode_isGoneOnWith_andEachChatIsDoneOnce() {
        // Given
        var job = maya.does("MARK_UNREAD", manyChats(3)).text("bulkChats.job.id");
        var chats = maya.results(job, false).stream()
                .map(result -> result.get("chatId").toString())
                .toList();
        var before = told(chats);
        database.run(
                "update bulk_job set state = 'RUNNING', finished_at = null, created_at = now() - interval '1 minute'"
                        + " where id = $1",
                UUID.fromString(job));
        database.run(
                "update bulk_chat set state = 'PENDING' where job_id = $1 and chat_id = $2",
                UUID.fromString(job),
                UUID.fromString(chats.getFirst()));

        // Then
        assertThat(maya.whenEnded(job)).containsEntry("state", "DONE").containsEntry("done", 3);
        assertThat(told(chats)).isEqualTo(before);
    }

    @Test
    void jobOfSomebodyWhoLeft_isRefused() {
        // Given
        var user = UUID.randomUUID();
        var job = UUID.randomUUID();
        database.run(
                "insert into workspace_user (workspace_id, id, subject, name, role_id, active)"
                        + " values ($1, $2, $2::text, 'Left', $3, false)",
                DemoIds.WORKSPACE,
                user,
                DemoIds.ADMIN_ROLE);
        database.run("""
                with job as (
                    insert into bulk_job (workspace_id, id, user_id, client_request_id, request, deed, arguments, total,
                        created_at)
                    values ($1, $2, $3, 'x', 'x', 'CLOSE', '{}', 2, now() - interval '1 minute'))
                insert into bulk_chat (workspace_id, job_id, chat_id) select $1, $2, gen_random_uuid()
                from generate_series(1, 2)
                """, DemoIds.WORKSPACE, job, user);

        // Then
        await().untilAsserted(() -> assertThat(
                        Database.column("select state from bulk_job where id = ?::uuid", job.toString()))
                .containsExactly("DONE"));
        assertThat(Database.column("select distinct code from bulk_chat where job_id = ?::uuid", job.toString()))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void userWithTenJobsUnderWay_waits() {
        // Given
        database.run("""
                insert into bulk_job (workspace_id, id, user_id, client_request_id, request, deed, arguments, total,
                    created_at)
                select $1, gen_random_uuid(), $2, gen_random_uuid()::text, 'x', 'CLOSE', '{}', 0, now()
                from generate_series(1, 10)
                """, DemoIds.WORKSPACE, DemoIds.LENA);

        // When
        var refused = BulkUser.called("lena").does("MARK_READ", manyChats(1));

        // Then
        assertThat(refused.errorCodes()).containsExactly("RATE_LIMITED");
        database.run("delete from bulk_job where user_id = $1", DemoIds.LENA);
        assertThat(BulkUser.called("lena").isRefused("MARK_READ", manyChats(1))).isEmpty();
    }

    /// What a deed says of new chats that share a name.
    private Map<String, Map<String, Object>> manyChats(int count) {
        var name = "Runs" + UUID.randomUUID();
        database.run("""
                with customer as (
                    insert into contact (workspace_id, id, name) select $1, gen_random_uuid(), $4
                    from generate_series(1, $5) returning id)
                insert into chat (workspace_id, id, business_number_id, inbox_id, contact_id, last_activity_at, started_at)
                select $1, gen_random_uuid(), $2, $3, id, now(), now() from customer
                """, DemoIds.WORKSPACE, DemoIds.SALES_NUMBER, DemoIds.SALES_INBOX, name, count);
        return Map.of("filter", SpaceUser.rule("contactName", "EQ", name));
    }

    private static long told(List<String> chats) {
        return Database.count(
                "select count(*) from change where type like 'chat.%' and chat_id = any(?::uuid[])",
                "{" + String.join(",", chats) + "}");
    }
}
