package dev.sharedinbox.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import java.util.stream.Stream;

/// Locks on names that may have no row yet, the same on every node, held until the transaction ends. All names of a
/// call are locked in one order, so that two calls never wait for each other; whoever locks several kinds keeps to
/// their
/// order.
public final class NamedLocks {

    /// So many that two batches of hundreds of names do not share one by chance and wait for each other.
    private static final int STRIPES = 1 << 30;

    private static final String HOLD = """
            select pg_advisory_xact_lock(stripe) from unnest($1::bigint[]) as stripe
            """;

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

    public static Uni<Void> hold(SqlClient transaction, UUID workspaceId, Kind kind, Stream<String> names) {
        var base = ((long) workspaceId.hashCode() << 32) + kind.place * STRIPES;
        var stripes = names.map(name -> base + Math.floorMod(name.hashCode(), STRIPES))
                .distinct()
                .sorted()
                .toArray(Long[]::new);
        return stripes.length == 0
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(HOLD).execute(Tuple.of(stripes)).replaceWithVoid();
    }
}
