package dev.sharedinbox.chat.search;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.RowLock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The words of messages are kept in the background, whatever happens there.
@QuarkusTest
class WordKeepingTest extends OneChatToSearch {

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void nothingIsRefused() {
        database.run("drop function if exists refuse() cascade");
    }

    @Test
    void messagesOfBefore_areMadeFindableByTheWalk() {
        // Given
        var message = driver.says(chat, mark);
        driver.indexed();
        database.run("delete from message_words where workspace_id = $1", DemoIds.WORKSPACE);
        assertThat(driver.found(mark)).isEmpty();

        // When
        database.run("delete from message_search where workspace_id = $1", DemoIds.WORKSPACE);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(database.run(
                                "select from message_search where workspace_id = $1 and walked_to is null",
                                DemoIds.WORKSPACE))
                        .hasSize(1));
        assertThat(driver.found(mark)).containsExactly(message.toString());
        assertThat(database.run(
                        "select m.id from message m where m.workspace_id = $1 and coalesce(m.text, '') ~ '[a-z]{3}'"
                                + " and m.revoked_at is null and not exists (select from message_words w"
                                + " where w.workspace_id = m.workspace_id and w.message_id = m.id)",
                        DemoIds.WORKSPACE))
                .isEmpty();
    }

    @Test
    void wordsOfABatch_areInTheIndex_soThatNoSearchHasToGoThroughPendingOnes() {
        // Given
        driver.says(chat, mark);

        // When
        driver.indexed();

        // Then
        assertThat(database.run("select gin_clean_pending_list('message_words_words') as pending_pages")
                        .getFirst()
                        .getLong(0))
                .isZero();
    }

    @Test
    void batchThatFailsHalfWay_isDoneAgain_toldOnce_andSeenInTheLag() {
        // Given
        var told = new Warnings();
        refuse("new.workspace_id = '" + DemoIds.WORKSPACE + "'");
        var failures = meters.get("inbox.search.failures").counter();
        var failedBefore = failures.count();
        var first = driver.stores(chat, mark + " one");
        var second = driver.stores(chat, mark + " two");
        var elsewhere = driver.stores(chat().inOtherWorkspace().insert(pool), mark);

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> failures.count() > failedBefore + 3 && lag() > 0.3);
        assertThat(unindexed(first, second)).isEqualTo(2);
        assertThat(told.heard()).hasSize(1);
        told.close();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(SearchDriver.ids(SearchDriver.search("zoe", Map.of("search", mark))))
                        .containsExactly(elsewhere.toString()));

        // When
        database.run("drop function refuse() cascade");

        // Then
        assertThat(driver.found(mark)).containsExactly(second.toString(), first.toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> lag() == 0);
    }

    @Test
    void workerWhoseConnectionDiesInABatch_losesAndDoublesNothing() {
        // Given
        UUID first;
        UUID second;
        try (var _ = RowLock.on("select from message_search where workspace_id = ? for update", DemoIds.WORKSPACE)) {
            first = driver.stores(chat, mark + " one");
            second = driver.stores(chat, mark + " two");
            database.run("create function refuse() returns trigger language plpgsql as"
                    + " $$ begin perform pg_advisory_xact_lock(77001122); return new; end $$");
            database.run("create trigger refused before insert on message_words for each row"
                    + " when (new.message_id = '" + second + "') execute function refuse()");
        }

        try (var gate = RowLock.on("select pg_advisory_xact_lock(77001122)")) {
            for (int deaths = 0; deaths < 2; deaths++) {
                // When
                gate.isWaitedFor();
                assertThat(terminated()).isEqualTo(1);

                // Then
                assertThat(unindexed(first, second)).isEqualTo(2);
                assertThat(driver.keeps(first, mark)).isFalse();
            }
        }

        // Then
        assertThat(driver.found(mark)).containsExactly(second.toString(), first.toString());
        assertThat(unindexed(first, second)).isZero();
        assertThat(database.run("select from message_words where message_id in ($1, $2)", first, second))
                .hasSize(2);
    }

    private void refuse(String when) {
        database.run("create function refuse() returns trigger language plpgsql as"
                + " $$ begin raise exception 'refused'; end $$");
        database.run("create trigger refused before insert on message_words for each row when (" + when
                + ") execute function refuse()");
    }

    /// How many workers that wait at the gate were killed; they are gone afterwards.
    private static long terminated() {
        return Database.count(
                "select count(*) filter (where pg_terminate_backend(pid, 10000)) from pg_stat_activity"
                        + " where pid in (select pid from pg_locks where locktype = 'advisory' and objid = 77001122 and not granted)");
    }

    private long unindexed(UUID... messages) {
        return database.run("select from message_unindexed where message_id = any($1)", (Object) messages)
                .size();
    }

    private double lag() {
        return meters.get("inbox.search.lag").gauge().value();
    }
}
