package dev.sharedinbox.realtime.count;

import dev.sharedinbox.platform.Loop;
import dev.sharedinbox.realtime.tail.Entries;
import dev.sharedinbox.realtime.tail.FeedEntry;
import dev.sharedinbox.realtime.tail.LogGap;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Reads one workspace's log, once for all on this node who follow counts, for what makes other counts of theirs. That
/// is rare, so they are not woken for anything else.
final class SpaceWatch {

    private final UUID workspaceId;
    private final Entries entries;
    private final int batch;
    private final Loop loop;
    private final Set<SpaceNews> listeners = ConcurrentHashMap.newKeySet();
    private long position;

    /// @param after where it begins
    /// @param listen begins to listen to the workspace's log with a bell
    SpaceWatch(UUID workspaceId, long after, Function<Runnable, Entries> listen, int batch, Context context) {
        this.workspaceId = workspaceId;
        this.batch = batch;
        position = after;
        // It may ring at once, on another thread, when not all is in place; hence a look afterwards.
        var bell = new AtomicReference<Runnable>(() -> {});
        entries = listen.apply(() -> bell.get().run());
        loop = new Loop(context, this::next, this::failed);
        bell.set(loop::ask);
        loop.ask();
    }

    void add(SpaceNews listener) {
        listeners.add(listener);
    }

    /// Return whether nobody listens any more.
    boolean remove(SpaceNews listener) {
        listeners.remove(listener);
        return listeners.isEmpty();
    }

    void stop() {
        loop.stop();
        entries.close();
    }

    private Uni<Boolean> next() {
        return entries.newest() <= position
                ? Uni.createFrom().item(false)
                : entries.after(position, batch)
                        .map(this::look)
                        .onFailure(LogGap.class)
                        .recoverWithItem(this::skipGap);
    }

    private boolean look(List<FeedEntry> found) {
        found.forEach(this::look);
        return !found.isEmpty();
    }

    private void look(FeedEntry entry) {
        position = entry.position();
        if (entry.accessChangedOf().isPresent()
                || entry.listChangedOf().isPresent()
                || entry.arrangedBy().isPresent()) {
            listeners.forEach(listener -> listener.tell(entry));
        }
    }

    private boolean skipGap() {
        position = Math.max(position, entries.newest());
        listeners.forEach(SpaceNews::lose);
        return false;
    }

    private void failed(Throwable failure) {
        Log.warnf(failure, "The spaces of workspace %s are not watched; it keeps trying", workspaceId);
    }
}
