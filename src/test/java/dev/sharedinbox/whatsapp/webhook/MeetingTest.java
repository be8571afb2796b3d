package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import dev.sharedinbox.testing.RowLock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A message and what is said about it may be written at the same moment, by batches that do not see each other's rows.
@QuarkusTest
class MeetingTest {

    private static final long NOW = Instant.now().getEpochSecond();

    private final String phone = Phones.next();

    @Test
    void statusWhileItsMessageIsBeingWritten_countsForIt() {
        // When
        whileHeld(echo(), Meta.body(Meta.statuses(delivered())));

        // Then
        assertThat(Database.column("select status from message where provider_message_id = ?", id("echo")))
                .containsExactly("DELIVERED");
    }

    @Test
    void messageWhileItsStatusIsBeingWritten_hasIt() {
        // When
        whileHeld(
                Meta.body(Meta.messages(Meta.text(Phones.next(), id("other"), NOW, "Hi"))
                        .put("statuses", new JsonArray().add(delivered()))),
                echo());

        // Then
        assertThat(Database.column("select status from message where provider_message_id = ?", id("echo")))
                .containsExactly("DELIVERED");
    }

    @Test
    void editWhileItsMessageIsBeingWritten_changesIt() {
        // When
        whileHeld(
                Meta.body(Meta.messages(Meta.text(phone, id("text"), NOW, "Hi"))),
                Meta.body(Meta.messages(
                        Meta.text(phone, id("edit"), NOW, "").mergeIn(Meta.editOf(id("text"), "Hello")))));

        // Then
        assertThat(Database.column("select text from message where provider_message_id = ?", id("text")))
                .containsExactly("Hello");
    }

    /// Store both so that the first is written, but not committed, when the second looks for it.
    private static void whileHeld(JsonObject first, JsonObject second) {
        try (var senders = new Senders();
                var lock = RowLock.on("select from change_head for update")) {
            var one = senders.post(first);
            lock.isWaitedFor();
            var other = senders.post(second);
            await().atMost(Duration.ofSeconds(5)).until(() -> other.isDone() || waiting() > 1);
            lock.close();
            assertThat(Senders.answers(List.of(one, other))).containsOnly(200);
        }
    }

    private static long waiting() {
        return Database.count("select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0");
    }

    private JsonObject echo() {
        var echo = new JsonObject()
                .put("to", phone)
                .put("id", id("echo"))
                .put("timestamp", Long.toString(NOW))
                .put("type", "text")
                .put("text", new JsonObject().put("body", "Yes"));
        return Meta.body(
                "smb_message_echoes",
                Meta.SALES_NUMBER,
                new JsonObject().put("message_echoes", new JsonArray().add(echo)));
    }

    private JsonObject delivered() {
        return new JsonObject()
                .put("id", id("echo"))
                .put("status", "delivered")
                .put("timestamp", Long.toString(NOW))
                .put("recipient_id", phone);
    }

    private String id(String name) {
        return "wamid.meeting-" + phone + "-" + name;
    }
}
