package dev.sharedinbox.platform.cluster;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/// Signals as PostgreSQL notifications. They are sent outside the writers' transactions, because a
/// notification inside one takes a lock that all commits of the server share. Listening takes one connection
/// of the pool for good.
@Singleton
final class PostgresLink implements NodeLink {

    private static final String NOTIFY = """
            select pg_notify(channel, payload) from unnest($1::text[], $2::text[]) as parcel (channel, payload)
            """;
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Pool pool;

    PostgresLink(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Uni<Void> send(List<Parcel> parcels) {
        var channels = parcels.stream().map(Parcel::channel).toArray(String[]::new);
        var payloads = parcels.stream().map(Parcel::payload).toArray(String[]::new);
        return pool.preparedQuery(NOTIFY).execute(Tuple.of(channels, payloads)).replaceWithVoid();
    }

    @Override
    public Uni<Ear> open(BiConsumer<String, String> heard, Runnable lost) {
        return pool.getConnection().map(connection -> {
            var ear = new PostgresEar(connection);
            PgConnection.cast(connection)
                    .getDelegate()
                    .notificationHandler(
                            notification -> heard.accept(notification.getChannel(), notification.getPayload()));
            connection.getDelegate().closeHandler(_ -> {
                if (!ear.closed.get()) {
                    lost.run();
                }
            });
            return ear;
        });
    }

    private record PostgresEar(SqlConnection connection, AtomicBoolean closed) implements Ear {

        PostgresEar(SqlConnection connection) {
            this(connection, new AtomicBoolean());
        }

        @Override
        public Uni<Void> listen(String channel) {
            return run("listen " + channel);
        }

        @Override
        public Uni<Void> unlisten(String channel) {
            return run("unlisten " + channel);
        }

        /// Only a connection that answers goes back to the pool. One that does not would be somebody else's
        /// trouble there; it keeps its place until the network gives it up.
        @Override
        public Uni<Void> close() {
            closed.set(true);
            return run("unlisten *")
                    .ifNoItem()
                    .after(FAREWELL)
                    .fail()
                    .chain(connection::close)
                    .onFailure()
                    .invoke(failure -> Log.debug("A listening connection was gone already", failure))
                    .onFailure()
                    .recoverWithNull();
        }

        private Uni<Void> run(String statement) {
            return connection.query(statement).execute().replaceWithVoid();
        }
    }
}
