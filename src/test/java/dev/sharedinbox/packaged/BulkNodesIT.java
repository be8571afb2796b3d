package dev.sharedinbox.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes share a deed on thousands of chats, and the one that took it in is killed half way.
class BulkNodesIT {

    private static final int CHATS = 3_000;
    private static final String UNREAD = "bulkChats(input: {clientRequestId: \"one\", deed: MARK_UNREAD, filterText:"
            + " \"status==OPEN\"}) { job { id total } errors { message } }";

    @Test
    void nodeKilledHalfWay_isGoneOnForByTheOther_andEachChatIsDoneOnce(@TempDir Path directory) throws Exception {
        try (var installed = Installed.withoutNodes(directory)) {
            // Given
            var often = Map.of("inbox.bulk.poll", "500ms");
            var first = installed.addNode(often).whenReady();
            var second = installed.addNode(often).whenReady();
            installed.addPlugin("bulk", List.of("300100200300902"), "demo-app-secret");
            var ada = installed.addUser("Ada");
            addChats(installed);

            // When
            var started = first.ask(ada, "mutation { " + UNREAD + " }").getJsonObject("bulkChats");
            var job = started.getJsonObject("job").getString("id");
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> done(second, ada, job) > CHATS / 10);
            first.kill();
            var doneByThen = done(second, ada, job);
            var again = second.ask(ada, "mutation { " + UNREAD + " }").getJsonObject("bulkChats");

            // Then
            assertThat(started.getJsonObject("job").getInteger("total")).isEqualTo(CHATS);
            assertThat(doneByThen).isLessThan(CHATS);
            assertThat(again.getJsonObject("job").getString("id")).isEqualTo(job);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> job(second, ada, job).getString("state").equals("DONE"));
            assertThat(done(second, ada, job)).isEqualTo(CHATS);
            assertThat(installed.column("select count(*) from chat where unread"))
                    .containsExactly("" + CHATS);
            assertThat(installed.column("select count(*) || ' of ' || count(distinct chat_id) from change"
                            + " where type = 'chat.read'"))
                    .containsExactly(CHATS + " of " + CHATS);
        }
    }

    private static int done(Node node, String token, String job) {
        return job(node, token, job).getInteger("done");
    }

    private static JsonObject job(Node node, String token, String job) {
        return node.ask(token, "{ bulkJob(id: \"" + job + "\") { state done } }")
                .getJsonObject("bulkJob");
    }

    private static void addChats(Installed installed) throws SQLException {
        try (var connection = installed.connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update role set permissions = array['CHAT_EDIT']");
            statement.executeUpdate("""
                    with customer as (
                        insert into contact (workspace_id, id, name)
                        select workspace.id, gen_random_uuid(), 'Customer ' || n
                        from workspace, generate_series(1, %d) n returning workspace_id, id)
                    insert into chat (workspace_id, id, business_number_id, inbox_id, contact_id, last_activity_at,
                        started_at)
                    select customer.workspace_id, gen_random_uuid(), number.id, number.inbox_id, customer.id, now(), now()
                    from customer join business_number number on number.workspace_id = customer.workspace_id
                    """.formatted(CHATS));
        }
    }
}
