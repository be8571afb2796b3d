package dev.sharedinbox.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Hints that a workspace's log has grown. A hint carries nothing and may be lost: readers also look by themselves
/// from time to time, so losing every hint loses no change, only time.
@ApplicationScoped
public class WakeUps {

    private final ConcurrentMap<UUID, List<Runnable>> listeners = new ConcurrentHashMap<>();

    /// Say, after a commit, that there is something new to read.
    public void changed(UUID workspaceId) {
        listeners.getOrDefault(workspaceId, List.of()).forEach(Runnable::run);
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

    /// Ends a listening.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
