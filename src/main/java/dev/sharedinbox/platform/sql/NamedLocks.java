package dev.sharedinbox.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Locks on names that may have no row yet, the same on every node, held until the transaction ends. All names of a
/// call are locked in one order, so that two calls never wait for each other; whoever locks several kinds keeps to
/// their order.
public final class NamedLocks {

    /// So many that two batches of hundreds of names do not share one by chance and wait for each other.
    private static final int STRIPES = 1 << 30;
    /// PostgreSQL has room for a few thousand locks altogether, so whoever names more than this locks the whole kind.
    private static final int MOST = 500;

    private static final String HOLD = """
            select pg_advisory_xact_lock_shared($1), pg_advisory_xact_lock(stripe) from unnest($2::bigint[]) as stripe
            """;
    private static final String HOLD_ALL = "select pg_advisory_xact_lock($1)";

    private NamedLocks() {}

    /// What is named, in the order in which the kinds are locked.
    public enum Kind {
        CUSTOMER(0),
        MESSAGE(1);

        /// Part of the lock, so it stays as it is.
        private final long place;

        Kind(long place) {
            this.place = place;
        }
    }

    /// Wait until nobody else holds one of the names in this workspace, and hold them.
    public static Uni<Void> hold(SqlClient transaction, UUID workspaceId, Kind kind, Stream<String> names) {
        var whole = ((long) workspaceId.hashCode() << 32) + kind.place * STRIPES;
        var stripes = names.map(name -> whole + 1 + Math.floorMod(name.hashCode(), STRIPES - 1))
                .collect(Collectors.toUnmodifiableSet());
        if (stripes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var held = stripes.size() > MOST
                ? transaction.preparedQuery(HOLD_ALL).execute(Tuple.of(whole))
                : transaction.preparedQuery(HOLD).execute(Tuple.of(whole, ordered(stripes)));
        return held.replaceWithVoid();
    }

    private static Long[] ordered(Set<Long> stripes) {
        return stripes.stream().sorted().toArray(Long[]::new);
    }
}
