package dev.sharedinbox.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Hints that a workspace's log has grown. A hint carries nothing and may be lost: readers also look by themselves
/// from time to time, so losing every hint loses no change, only time.
@ApplicationScoped
public class WakeUps {

    private final ConcurrentMap<UUID, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private final List<Consumer<UUID>> relays = new CopyOnWriteArrayList<>();

    /// Say, after a commit, that there is something new to read.
    public void changed(UUID workspaceId) {
        heard(workspaceId);
        relays.forEach(relay -> relay.accept(workspaceId));
    }

    /// Call `listener` at each hint until the registration is closed. It must return at once.
    public Registration listen(UUID workspaceId, Runnable listener) {
        listeners
                .computeIfAbsent(workspaceId, _ -> new CopyOnWriteArrayList<>())
                .add(listener);
        return () -> listeners.computeIfPresent(workspaceId, (_, registered) -> {
            registered.remove(listener);
            return registered.isEmpty() ? null : registered;
        });
    }

    /// Pass on what another node said: wake this node's readers only.
    void heard(UUID workspaceId) {
        listeners.getOrDefault(workspaceId, List.of()).forEach(Runnable::run);
    }

    /// Tell `relay` of each change that was committed here, so that it tells the other nodes.
    void relay(Consumer<UUID> relay) {
        relays.add(relay);
    }

    /// Ends a listening.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
