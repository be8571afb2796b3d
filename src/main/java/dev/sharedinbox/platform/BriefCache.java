package dev.sharedinbox.platform;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;

/// Remembers for a few seconds what was read, so that a hot path need not ask the database each time. It holds a
/// bounded number of entries, asks once for callers that come together, and never remembers a failure.
///
/// @param <K> what is asked for
/// @param <V> the answer; absence is an answer too, so make it an `Optional`
public final class BriefCache<K, V> {

    private final AsyncCache<K, V> entries;
    private final Function<K, Uni<V>> load;

    public BriefCache(Duration lifetime, long maxEntries, Function<K, Uni<V>> load) {
        this.load = load;
        entries = Caffeine.newBuilder()
                .expireAfterWrite(lifetime)
                .maximumSize(maxEntries)
                .buildAsync();
    }

    /// The remembered answer, else a fresh one; it arrives on the caller's own Vert.x context.
    public Uni<V> get(K key) {
        var answer = entries.get(key, (missing, _) -> load.apply(missing).subscribeAsCompletionStage());
        var context = Vertx.currentContext();
        var arriving = Uni.createFrom().completionStage(answer);
        // Another caller's loading would go on with our work on its own event loop.
        return answer.isDone() || context == null
                ? arriving
                : arriving.emitOn(work -> context.runOnContext(_ -> work.run()));
    }

    /// Forget everything, because what was read has changed.
    public void clear() {
        entries.synchronous().invalidateAll();
    }
}
