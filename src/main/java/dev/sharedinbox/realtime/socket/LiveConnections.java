package dev.sharedinbox.realtime.socket;

import dev.sharedinbox.realtime.Feed;
import dev.sharedinbox.realtime.feed.FeedMetrics;
import dev.sharedinbox.realtime.presence.Presences;
import dev.sharedinbox.realtime.tail.LogConfig;
import dev.sharedinbox.realtime.wire.Patience;
import dev.sharedinbox.team.Viewer;
import dev.sharedinbox.team.Viewers;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.WebSocketConnection;
import io.quarkus.websockets.next.WebSocketSecurity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/// All connections of this node. It counts each user's, and looks after them from time to time.
@ApplicationScoped
class LiveConnections {

    private static final Duration CHECK = Duration.ofMillis(500);

    private final LiveRoom room;
    private final Vertx vertx;
    /// Each connection, and whose it is once it said hello.
    private final ConcurrentMap<LiveConnection, Owner> owners = new ConcurrentHashMap<>();
    private final ConcurrentMap<Owner, Integer> counts = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    LiveConnections(
            Feed feed,
            Presences presences,
            Viewers viewers,
            WebSocketSecurity security,
            Frames frames,
            LogConfig reading,
            FeedMetrics feedMetrics,
            SocketConfig config,
            SocketMetrics metrics,
            Patience patience,
            Clock clock,
            Vertx vertx) {
        this.room = new LiveRoom(
                feed,
                presences,
                viewers,
                security,
                frames,
                reading,
                feedMetrics,
                config,
                metrics,
                patience,
                clock,
                this);
        this.vertx = vertx;
    }

    private record Owner(UUID workspaceId, UUID userId) {

        static final Owner NOBODY = new Owner(new UUID(0, 0), new UUID(0, 0));
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(CHECK.toMillis(), _ -> each(LiveConnection::check));
    }

    /// Send everybody away before the server waits for what is under way, and whoever comes until it closes its door.
    void stop(@Observes ShutdownDelayInitiatedEvent shutdown) {
        stopping = true;
        each(connection -> connection.close(CloseCode.GOING_AWAY));
    }

    boolean isStopping() {
        return stopping;
    }

    LiveConnection open(WebSocketConnection socket, SecurityIdentity identity, Context context) {
        var connection = new LiveConnection(socket, identity, context, room);
        owners.put(connection, Owner.NOBODY);
        room.metrics().opened();
        return connection;
    }

    /// Give a connection to its user; return false when they have as many as allowed.
    boolean admit(LiveConnection connection, Viewer viewer) {
        var owner = new Owner(viewer.workspaceId(), viewer.userId());
        var limit = room.config().limits().connectionsPerUser();
        if (counts.merge(owner, 1, Integer::sum) > limit) {
            giveBack(owner);
            return false;
        }
        owners.put(connection, owner);
        return true;
    }

    /// Forget a connection that ends; to be called any number of times.
    void remove(LiveConnection connection) {
        var owner = owners.remove(connection);
        if (owner != null) {
            room.metrics().closed();
            giveBack(owner);
        }
    }

    private void giveBack(Owner owner) {
        counts.computeIfPresent(owner, (_, count) -> count > 1 ? count - 1 : null);
    }

    private void each(Function<LiveConnection, Uni<Void>> deed) {
        owners.keySet()
                .forEach(connection -> connection
                        .context()
                        .runOnContext(_ -> deed.apply(connection)
                                .subscribe()
                                .with(_ -> {}, failure -> Log.debug("A connection was gone already", failure))));
    }
}
