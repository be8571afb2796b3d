package dev.sharedinbox.change;

import dev.sharedinbox.platform.Ids;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgNotification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Carries hints between the nodes of an installation with PostgreSQL notifications. They are sent outside the writers'
/// transactions, because a notification inside one takes a lock that all commits of the server share; and together,
/// because a busy workspace would otherwise send thousands a second. Hints are lost while the listening connection is
/// away; nobody misses them for longer than the readers' own poll.
@ApplicationScoped
class NodeWakeUps {

    private static final String CHANNEL = "inbox_changes";
    private static final String NOTIFY = "select pg_notify('" + CHANNEL + "', payload) from unnest($1::text[]) payload";
    private static final int ID_LENGTH = 36;

    private final String node = Ids.next().toString();
    private final Set<UUID> gathered = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final Pool pool;
    private final Vertx vertx;
    private final WakeUps wakeUps;
    private final ChangeConfig.Nodes config;
    private volatile boolean stopping;
    private volatile @Nullable SqlConnection listening;

    NodeWakeUps(Pool pool, Vertx vertx, WakeUps wakeUps, ChangeConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.wakeUps = wakeUps;
        this.config = config.nodes();
    }

    void start(@Observes StartupEvent start) {
        if (config.enabled()) {
            wakeUps.relay(this::gather);
            listen();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
        var connection = listening;
        if (connection != null) {
            connection.closeAndForget();
        }
    }

    private void gather(UUID workspaceId) {
        gathered.add(workspaceId);
        if (gathering.compareAndSet(false, true)) {
            vertx.setTimer(Math.max(1, config.gather().toMillis()), _ -> send());
        }
    }

    private void send() {
        gathering.set(false);
        var workspaces = Set.copyOf(gathered);
        gathered.removeAll(workspaces);
        var payloads = workspaces.stream().map(id -> id + node).toArray(String[]::new);
        pool.preparedQuery(NOTIFY)
                .execute(Tuple.of(payloads))
                .subscribe()
                .with(_ -> {}, failure -> Log.debug("Other nodes were not woken; they poll", failure));
    }

    private void listen() {
        pool.getConnection()
                .chain(connection -> listen(connection).onFailure().call(connection::close))
                .subscribe()
                .with(_ -> {}, this::listenLater);
    }

    private Uni<Void> listen(SqlConnection connection) {
        PgConnection.cast(connection).getDelegate().notificationHandler(this::hear);
        return connection
                .query("listen " + CHANNEL)
                .execute()
                .invoke(() -> {
                    listening = connection;
                    connection.getDelegate().closeHandler(_ -> listenLater(null));
                })
                .replaceWithVoid();
    }

    private void hear(PgNotification notification) {
        var payload = notification.getPayload();
        if (payload.length() == 2 * ID_LENGTH && !payload.endsWith(node)) {
            Ids.parse(payload.substring(0, ID_LENGTH)).ifPresent(wakeUps::heard);
        }
    }

    private void listenLater(@Nullable Throwable failure) {
        listening = null;
        if (!stopping) {
            Log.warnf(failure, "No longer hearing the other nodes; listening again in %s", config.reconnect());
            vertx.setTimer(config.reconnect().toMillis(), _ -> listen());
        }
    }
}
