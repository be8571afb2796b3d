package dev.sharedinbox.platform.sql;

import static dev.sharedinbox.platform.sql.NamedLocks.Kind.CUSTOMER;
import static dev.sharedinbox.platform.sql.NamedLocks.Kind.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.platform.sql.NamedLocks.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NamedLocksTest {

    private static final int MANY = 5_000;

    @Inject
    Pool pool;

    private final UUID workspace = UUID.randomUUID();

    @Test
    void name_isHeldByOneTransactionAtATime() {
        assertThat(canBeHeldBeside(one("a"), workspace, CUSTOMER, one("a"))).isFalse();
        assertThat(canBeHeldBeside(one("a"), workspace, CUSTOMER, one("b"))).isTrue();
        assertThat(canBeHeldBeside(one("a"), workspace, MESSAGE, one("a"))).isTrue();
        assertThat(canBeHeldBeside(one("a"), UUID.randomUUID(), CUSTOMER, one("a")))
                .isTrue();
    }

    @Test
    void manyNames_areHeldAsWell() {
        assertThat(canBeHeldBeside(many(), workspace, CUSTOMER, one("7"))).isFalse();
        assertThat(canBeHeldBeside(one("7"), workspace, CUSTOMER, many())).isFalse();
        assertThat(canBeHeldBeside(many(), workspace, MESSAGE, one("7"))).isTrue();
    }

    @Test
    void manyNames_takeOneEntryOfTheLockTable() {
        // When
        var locks = wait(pool.withTransaction(transaction -> NamedLocks.hold(transaction, workspace, CUSTOMER, many())
                .chain(() -> transaction
                        .query("select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()")
                        .execute())));

        // Then
        assertThat(locks.size()).isEqualTo(1);
    }

    /// Whether another transaction gets these while one holds `held` of the kind CUSTOMER.
    private boolean canBeHeldBeside(Stream<String> held, UUID otherWorkspace, Kind kind, Stream<String> wanted) {
        return wait(pool.withTransaction(holder -> NamedLocks.hold(holder, workspace, CUSTOMER, held)
                .chain(() -> pool.withTransaction(other -> impatient(other)
                        .chain(() -> NamedLocks.hold(other, otherWorkspace, kind, wanted))
                        .replaceWith(true)))
                .onFailure(failure -> String.valueOf(failure.getMessage()).contains("lock timeout"))
                .recoverWithItem(false)));
    }

    private static Uni<Void> impatient(SqlConnection connection) {
        return connection.query("set local lock_timeout = '100ms'").execute().replaceWithVoid();
    }

    private static Stream<String> one(String name) {
        return Stream.of(name);
    }

    private static Stream<String> many() {
        return IntStream.range(0, MANY).mapToObj(Integer::toString);
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
