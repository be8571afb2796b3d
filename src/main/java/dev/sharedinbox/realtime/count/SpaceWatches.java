package dev.sharedinbox.realtime.count;

import static java.util.Objects.requireNonNull;

import dev.sharedinbox.realtime.tail.LogConfig;
import dev.sharedinbox.realtime.tail.Tails;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The watches of this node: one for each workspace in which anybody follows counts.
@ApplicationScoped
class SpaceWatches {

    private final Tails tails;
    private final LogConfig config;
    private final Vertx vertx;
    private final Map<UUID, SpaceWatch> watches = new HashMap<>();

    SpaceWatches(Tails tails, LogConfig config, Vertx vertx) {
        this.tails = tails;
        this.config = config;
        this.vertx = vertx;
    }

    /// Hear, until [#leave], of what happens after a position that was the log's head a moment ago. What happened
    /// before this call may be left out: who calls reads access and spaces afterwards.
    synchronized SpaceNews join(UUID workspaceId, long after, Runnable bell) {
        var news = new SpaceNews(after, bell);
        watches.computeIfAbsent(workspaceId, _ -> open(workspaceId, after)).add(news);
        return news;
    }

    synchronized void leave(UUID workspaceId, SpaceNews news) {
        watches.computeIfPresent(workspaceId, (_, watch) -> watch.remove(news) ? close(watch) : watch);
    }

    private SpaceWatch open(UUID workspaceId, long after) {
        var context = requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        return new SpaceWatch(workspaceId, after, bell -> tails.listen(workspaceId, bell), config.batch(), context);
    }

    private static @Nullable SpaceWatch close(SpaceWatch watch) {
        watch.stop();
        return null;
    }
}
