package dev.sharedinbox.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.platform.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangeRetentionTest {

    private final UUID workspace = Ids.next();

    @Inject
    ChangeRetention retention;

    @Inject
    ChangeLog log;

    @Inject
    Pool pool;

    @BeforeEach
    void tenChanges() {
        execute("insert into workspace (id, name) values ($1, 'Retention')");
        execute("insert into change_head (workspace_id) values ($1)");
        var facts = Collections.nCopies(10, NewChange.chat(ChangeType.CHAT_UPDATED, Ids.next()));
        pool.withTransaction(transaction -> log.append(transaction, workspace, facts))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    @Test
    void oldChanges_areTrimmedAndTheHeadKnows() {
        execute("update change set recorded_at = now() - interval '8 days' where workspace_id = $1 and position <= 6");

        retention.trim().await().atMost(Duration.ofSeconds(30));

        assertThat(head().trimmedTo()).isEqualTo(6);
        assertThat(positions()).containsExactly(7L, 8L, 9L, 10L);
    }

    @Test
    void oldChangeAfterAYoungOne_staysSoThatTheLogIsDense() {
        execute("update change set recorded_at = now() - interval '8 days'"
                + " where workspace_id = $1 and position <= 6 and position <> 3");

        retention.trim().await().atMost(Duration.ofSeconds(30));

        assertThat(head().trimmedTo()).isEqualTo(2);
        assertThat(positions()).hasSize(8);
    }

    @Test
    void allOld_leavesTheHeadWhereItWas() {
        execute("update change set recorded_at = now() - interval '8 days' where workspace_id = $1");

        retention.trim().await().atMost(Duration.ofSeconds(30));

        assertThat(head().trimmedTo()).isEqualTo(10);
        assertThat(head().position()).isEqualTo(10);
        assertThat(positions()).isEmpty();
    }

    private LogHead head() {
        return log.head(workspace).await().atMost(Duration.ofSeconds(30));
    }

    private List<Long> positions() {
        return log.read(workspace, head().trimmedTo(), 100).await().atMost(Duration.ofSeconds(30)).stream()
                .map(Change::position)
                .toList();
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(workspace)).await().atMost(Duration.ofSeconds(30));
    }
}
