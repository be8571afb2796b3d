package dev.sharedinbox.change;

import dev.sharedinbox.platform.cluster.NodeBus;
import dev.sharedinbox.platform.cluster.Signal;
import dev.sharedinbox.platform.cluster.SignalListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Hints that a workspace's log has grown, here or on another node. A hint carries nothing and may be lost:
/// readers also look by themselves from time to time, so losing every hint loses no change, only time.
@ApplicationScoped
public class WakeUps {

    private static final String KIND = "changed";

    private final ConcurrentMap<UUID, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private final NodeBus nodes;

    protected WakeUps(NodeBus nodes) {
        this.nodes = nodes;
    }

    /// Say, after a commit, that there is something new to read.
    public void changed(UUID workspaceId) {
        listeners.getOrDefault(workspaceId, List.of()).forEach(Runnable::run);
        nodes.tell(Signal.bare(workspaceId, KIND));
    }

    /// Call `listener` at each hint, and whenever hints of other nodes may have been missed, until the
    /// registration is closed. It must return at once.
    public Registration listen(UUID workspaceId, Runnable listener) {
        listeners.compute(workspaceId, (_, others) -> {
            var all = others == null ? new CopyOnWriteArrayList<Runnable>() : others;
            all.add(listener);
            return all;
        });
        var others = nodes.listen(workspaceId, KIND, new Waking(listener));
        return () -> {
            others.close();
            listeners.computeIfPresent(workspaceId, (_, registered) -> {
                registered.remove(listener);
                return registered.isEmpty() ? null : registered;
            });
        };
    }

    private record Waking(Runnable listener) implements SignalListener {

        @Override
        public void hear(String body) {
            listener.run();
        }

        @Override
        public void joined() {
            listener.run();
        }
    }

    /// Ends a listening.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
