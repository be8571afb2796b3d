package dev.sharedinbox.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.platform.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NodeWakeUpsTest {

    @Inject
    WakeUps wakeUps;

    @Inject
    Pool pool;

    @Test
    void hintOfAnotherNode_wakesThisNodesReaders() {
        var workspace = Ids.next();
        var hints = new AtomicInteger();
        try (var _ = wakeUps.listen(workspace, hints::incrementAndGet)) {
            notifyFrom(Ids.next(), workspace);

            await().untilAsserted(() -> assertThat(hints).hasValue(1));
        }
    }

    @Test
    void manyChangesHere_areTheOthersFewHints() {
        var workspace = Ids.next();
        var heard = new CopyOnWriteArrayList<String>();
        var other = listen(heard);
        try {
            for (int i = 0; i < 1000; i++) {
                wakeUps.changed(workspace);
            }

            await().untilAsserted(
                            () -> assertThat(heard).anyMatch(payload -> payload.startsWith(workspace.toString())));
            assertThat(heard).hasSizeLessThan(100);
        } finally {
            other.closeAndAwait();
        }
    }

    @Test
    void lostConnection_isReplaced() {
        var workspace = Ids.next();
        var hints = new AtomicInteger();
        try (var _ = wakeUps.listen(workspace, hints::incrementAndGet)) {
            pool.query("select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen inbox_changes'")
                    .execute()
                    .await()
                    .indefinitely();

            await().untilAsserted(() -> {
                notifyFrom(Ids.next(), workspace);
                assertThat(hints).hasPositiveValue();
            });
        }
    }

    private void notifyFrom(UUID node, UUID workspace) {
        pool.preparedQuery("select pg_notify('inbox_changes', $1)")
                .execute(Tuple.of(workspace.toString() + node))
                .await()
                .indefinitely();
    }

    private SqlConnection listen(List<String> heard) {
        var connection = pool.getConnection().await().indefinitely();
        PgConnection.cast(connection).notificationHandler(notification -> heard.add(notification.getPayload()));
        connection.query("listen inbox_changes; select 1").execute().await().indefinitely();
        return connection;
    }
}
