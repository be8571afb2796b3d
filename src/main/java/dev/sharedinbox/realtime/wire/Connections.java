package dev.sharedinbox.realtime.wire;

import dev.sharedinbox.team.access.Viewer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/// All connections of this node, of whatever kind. It counts each user's, looks after them from time to time, and sends
/// them away when the node stops.
@ApplicationScoped
public class Connections {

    private static final Duration CHECK = Duration.ofMillis(500);

    private final Vertx vertx;
    private final MeterRegistry meters;
    /// Each connection, and whose it is once that is known.
    private final ConcurrentMap<Connection, Owner> owners = new ConcurrentHashMap<>();
    private final ConcurrentMap<Owner, Integer> counts = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    Connections(Vertx vertx, MeterRegistry meters) {
        this.vertx = vertx;
        this.meters = meters;
        Gauge.builder("inbox.live.sockets", owners, Map::size).register(meters);
    }

    private record Owner(UUID workspaceId, UUID userId) {

        static final Owner NOBODY = new Owner(new UUID(0, 0), new UUID(0, 0));
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(CHECK.toMillis(), _ -> each(Connection::check));
    }

    /// Send everybody away before the server waits for what is under way, and whoever comes until it closes its door.
    void stop(@Observes ShutdownDelayInitiatedEvent shutdown) {
        stopping = true;
        each(Connection::sendAway);
    }

    /// Whether this node stops, so that nobody may stay who comes.
    public boolean isStopping() {
        return stopping;
    }

    /// Look after a connection that was opened.
    public void add(Connection connection) {
        owners.put(connection, Owner.NOBODY);
    }

    /// Give a connection to its user; return false when they have as many as allowed, or it has ended already.
    public boolean admit(Connection connection, Viewer viewer, int most) {
        var owner = new Owner(viewer.workspaceId(), viewer.userId());
        if (counts.merge(owner, 1, Integer::sum) <= most && owners.replace(connection, Owner.NOBODY, owner)) {
            return true;
        }
        giveBack(owner);
        return false;
    }

    /// Forget a connection that ends; to be called any number of times.
    public void remove(Connection connection) {
        var owner = owners.remove(connection);
        if (owner != null) {
            giveBack(owner);
        }
    }

    /// Count that the server ends a connection.
    ///
    /// @param reason why, for operators
    public void closing(Enum<?> reason) {
        meters.counter("inbox.live.closes", "reason", reason.name()).increment();
    }

    private void giveBack(Owner owner) {
        counts.computeIfPresent(owner, (_, count) -> count > 1 ? count - 1 : null);
    }

    private void each(Function<Connection, Uni<Void>> deed) {
        owners.keySet()
                .forEach(connection -> connection
                        .context()
                        .runOnContext(_ -> deed.apply(connection)
                                .subscribe()
                                .with(_ -> {}, failure -> Log.debug("A connection was gone already", failure))));
    }
}
