package dev.sharedinbox.realtime.presence;

import static java.util.Objects.requireNonNull;

import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.cluster.NodeBus;
import dev.sharedinbox.team.People;
import dev.sharedinbox.team.access.Viewer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The door to who is typing and viewing: connections attend it, and anybody may ask who views a chat.
@ApplicationScoped
public class Presences {

    private final ChatReader chats;
    private final People people;
    private final NodeBus bus;
    private final PresenceConfig config;
    private final PresenceMetrics metrics;
    private final Clock clock;
    private final Vertx vertx;
    private final Map<UUID, Floor> floors = new HashMap<>();

    Presences(
            ChatReader chats,
            People people,
            NodeBus bus,
            PresenceConfig config,
            PresenceMetrics metrics,
            Clock clock,
            Vertx vertx) {
        this.chats = chats;
        this.people = people;
        this.bus = bus;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(config.sweep().toMillis(), _ -> {
            var now = clock.instant();
            all().forEach(floor -> floor.expire(now));
        });
    }

    /// Take part, until the attendance is closed.
    ///
    /// @param viewer reads anew who it is and what they may see
    public synchronized Attendance attend(UUID workspaceId, Supplier<Uni<Viewer>> viewer, Audience audience) {
        var connectionId = Ids.next();
        var floor = floors.computeIfAbsent(workspaceId, this::floor);
        floor.enter(connectionId, audience);
        return new Attendance(
                connectionId, floor, viewer, chats, people, clock, config, () -> leave(workspaceId, connectionId));
    }

    /// Everybody known to view a chat of the workspace, on any connection but only as far as this node knows:
    /// it knows of workspaces that somebody is connected to here.
    synchronized List<Presence> viewers(UUID workspaceId) {
        return Optional.ofNullable(floors.get(workspaceId))
                .map(floor -> floor.all(Doing.VIEWING))
                .orElse(List.of());
    }

    private synchronized void leave(UUID workspaceId, UUID connectionId) {
        floors.computeIfPresent(workspaceId, (_, floor) -> {
            if (!floor.leave(connectionId)) {
                return floor;
            }
            floor.close();
            return null;
        });
    }

    private synchronized List<Floor> all() {
        return List.copyOf(floors.values());
    }

    private Floor floor(UUID workspaceId) {
        var context = requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        return new Floor(workspaceId, chats, bus, config, metrics, clock, context);
    }
}
