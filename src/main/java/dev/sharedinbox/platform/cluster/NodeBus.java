package dev.sharedinbox.platform.cluster;

import dev.sharedinbox.platform.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Speaks to the other nodes and hears them, by workspace. Nothing is promised to arrive, and nothing comes
/// back to the node that said it.
@ApplicationScoped
public class NodeBus {

    private static final String BEAT = "beat";

    private final UUID node = Ids.next();
    private final ConcurrentMap<String, List<Listening>> listeners = new ConcurrentHashMap<>();
    private final Instance<PostgresLink> postgres;
    private final Instance<RedisLink> redis;
    private final Vertx vertx;
    private final Clock clock;
    private final ClusterConfig config;
    private final ClusterMetrics metrics;
    /// Null where nodes do not signal.
    private volatile @Nullable Running running;

    NodeBus(
            Instance<PostgresLink> postgres,
            Instance<RedisLink> redis,
            Vertx vertx,
            Clock clock,
            ClusterConfig config,
            ClusterMetrics metrics) {
        this.postgres = postgres;
        this.redis = redis;
        this.vertx = vertx;
        this.clock = clock;
        this.config = config;
        this.metrics = metrics;
    }

    private record Running(NodeLink link, Outgoing outgoing, Reception reception) {}

    void start(@Observes @Priority(1) StartupEvent start) {
        if (config.enabled()) {
            NodeLink link = config.redis().isPresent() ? redis.get() : postgres.get();
            var context = vertx.getOrCreateContext();
            var reception =
                    new Reception(link, this::channels, this::hear, this::joined, context, clock, config, metrics);
            running = new Running(link, new Outgoing(link, this::pack, vertx, config, metrics), reception);
            reception.adjust();
            vertx.setPeriodic(config.heartbeat().toMillis(), _ -> {
                reception.check();
                tell(Signal.bare(node, BEAT));
            });
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        var stopping = running;
        if (stopping != null) {
            stopping.reception().stop();
        }
    }

    /// Say something to the other nodes that listen to its workspace; returns at once, from any thread.
    public void tell(Signal signal) {
        var there = running;
        if (there != null) {
            there.outgoing().add(signal);
        }
    }

    /// Hear what other nodes say about a workspace, until the registration is closed.
    public Registration listen(UUID workspaceId, String kind, SignalListener listener) {
        var channel = channel(workspaceId);
        var listening = new Listening(kind, listener);
        listeners.compute(channel, (_, others) -> {
            var all = others == null ? new CopyOnWriteArrayList<Listening>() : others;
            all.add(listening);
            return all;
        });
        var there = running;
        if (there != null) {
            there.reception().adjust();
            there.reception().ifHeld(channel, listening::joinOnce);
        }
        return () -> {
            listeners.computeIfPresent(channel, (_, all) -> {
                all.remove(listening);
                return all.isEmpty() ? null : all;
            });
            adjust();
        };
    }

    /// What carries the signals; empty where nodes do not signal.
    Optional<String> linkName() {
        return Optional.ofNullable(running).map(there -> there.link().name());
    }

    private void adjust() {
        var there = running;
        if (there != null) {
            there.reception().adjust();
        }
    }

    private Set<String> channels() {
        var channels = new HashSet<>(listeners.keySet());
        channels.add(channel(node));
        return channels;
    }

    private void hear(String channel, String payload) {
        try {
            var said = new JsonObject(payload);
            if (!node.toString().equals(said.getString("node"))) {
                metrics.heard();
                listenersOf(channel).stream()
                        .filter(listening -> listening.kind.equals(said.getString("kind")))
                        .forEach(listening -> listening.listener.hear(said.getString("body", "")));
            }
        } catch (DecodeException | ClassCastException _) {
            // Somebody else's words on our channel.
        }
    }

    private void joined(String channel) {
        listenersOf(channel).forEach(Listening::join);
    }

    private List<Listening> listenersOf(String channel) {
        return listeners.getOrDefault(channel, List.of());
    }

    private NodeLink.Parcel pack(Signal signal) {
        var payload = JsonObject.of("node", node.toString(), "kind", signal.kind(), "body", signal.body())
                .encode();
        return new NodeLink.Parcel(channel(signal.workspaceId()), payload);
    }

    private static String channel(UUID id) {
        return "inbox_" + id.toString().replace("-", "");
    }

    /// Who listens, and whether it knows that it hears. Confined to the reception's context.
    private static final class Listening {

        private final String kind;
        private final SignalListener listener;
        private boolean joined;

        Listening(String kind, SignalListener listener) {
            this.kind = kind;
            this.listener = listener;
        }

        void join() {
            joined = true;
            listener.joined();
        }

        /// For who comes to a channel that was held before.
        void joinOnce() {
            if (!joined) {
                join();
            }
        }
    }

    /// Ends a listening.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
