package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import dev.sharedinbox.testing.RowLock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Work in the background may stand still; what customers write now goes on.
@QuarkusTest
class IsolationTest {

    private static final long NOW = Instant.now().getEpochSecond();

    @Inject
    LedgerRetention retention;

    @Inject
    Database database;

    @Test
    void importThatStandsStill_doesNotHoldUpWhatIsWrittenNow() {
        // Given
        var phone = newPhone();
        assertThat(write(phone)).isEqualTo(200);
        try (var senders = new Senders()) {
            List<Future<Integer>> imports;
            try (var lock = RowLock.onChatOf(phone)) {
                imports = IntStream.range(0, 6)
                        .mapToObj(chunk -> senders.post(history(phone, chunk, 300)))
                        .toList();
                lock.isWaitedFor();

                // Then
                for (var i = 0; i < 20; i++) {
                    assertThat(write(newPhone())).isEqualTo(200);
                }
                assertThat(imports).noneMatch(Future::isDone);
                assertThat(lock.waiters()).isEqualTo(1);
            }
            assertThat(Senders.answers(imports)).containsOnly(200);
        }
        assertThat(Database.count(
                        "select count(*) from message where provider_message_id like ?", "wamid.old-" + phone + "%"))
                .isEqualTo(6 * 300);
    }

    @Test
    void cleanUpThatStandsStill_doesNotHoldUpWhatIsWrittenNow() {
        // Given
        var old = Ids.next();
        database.run(
                "insert into webhook_delivery (workspace_id, id, plugin_id, received_at, body) values ($1, $2, $3, $4, '{}')",
                DemoIds.WORKSPACE,
                old,
                DemoIds.PLUGIN,
                Instant.now().minus(Duration.ofDays(400)).atOffset(ZoneOffset.UTC));
        try (var lock = RowLock.on("select from webhook_delivery where id = ? for update", old)) {
            var removal = retention.trim().subscribeAsCompletionStage();
            lock.isWaitedFor();

            // Then
            for (var i = 0; i < 20; i++) {
                assertThat(write(newPhone())).isEqualTo(200);
            }
            assertThat(removal).isNotDone();
            lock.close();
            assertThat(removal).succeedsWithin(Duration.ofSeconds(20));
        }
        assertThat(Database.column("select 1 from webhook_delivery where id = ?", old))
                .isEmpty();
    }

    private static int write(String phone) {
        return Meta.post(Meta.body(Meta.messages(Meta.text(phone, "wamid.now-" + Ids.next(), NOW, "Hi"))))
                .statusCode();
    }

    private static JsonObject history(String phone, int chunk, int messages) {
        var written = IntStream.range(0, messages)
                .mapToObj(i -> Meta.text(phone, "wamid.old-" + phone + "-" + chunk + "-" + i, NOW - 90_000 - i, "old")
                        .put("history_context", new JsonObject().put("status", "READ")))
                .toList();
        var thread = new JsonObject().put("id", phone).put("messages", new JsonArray(written));
        var threads = new JsonObject().put("threads", new JsonArray().add(thread));
        return Meta.body("history", Meta.SALES_NUMBER, new JsonObject().put("history", new JsonArray().add(threads)));
    }

    private static String newPhone() {
        return Phones.next();
    }
}
