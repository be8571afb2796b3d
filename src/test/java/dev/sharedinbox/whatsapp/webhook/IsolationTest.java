package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import dev.sharedinbox.testing.RowLock;
import dev.sharedinbox.whatsapp.webhook.admin.LedgerRetention;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// Work in the background may stand still; what customers write now goes on.
@QuarkusTest
class IsolationTest {

    private static final long NOW = Instant.now().getEpochSecond();

    private static final String SLOW = "select pg_sleep(9)";
    private static final String SLOW_ONES =
            "select count(*) from pg_stat_activity where state = 'active' and query = '" + SLOW + "'";

    @Inject
    LedgerRetention retention;

    @Inject
    Plugins plugins;

    @Inject
    Pool pool;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int connections;

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

    @Test
    void listsThatTakeEveryConnection_doNotHoldUpWhatIsWrittenNow() {
        // Given
        for (var i = 0; i < 2 * connections; i++) {
            pool.query(SLOW).execute().subscribe().with(_ -> {}, _ -> {});
        }
        var list = pool.query("select 1").execute().subscribeAsCompletionStage();
        await().atMost(Duration.ofSeconds(10)).until(() -> Database.count(SLOW_ONES) > 0);
        plugins.changed();

        // When
        for (var i = 0; i < 10; i++) {
            assertThat(write(newPhone())).isEqualTo(200);
        }

        // Then
        assertThat(list).isNotDone();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            Database.column("select pg_cancel_backend(pid) from pg_stat_activity where query = '" + SLOW + "'");
            return list.isDone();
        });
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
