package dev.sharedinbox.chat.search;

import dev.sharedinbox.chat.search.MessageWords.Batch;
import dev.sharedinbox.platform.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Makes messages findable in the background: new and changed ones within about a second, and those of before, after an
/// upgrade or when the language changes, from the newest on while nothing new waits. Nodes share the work.
@ApplicationScoped
class WordKeeping {

    private static final Logger LOG = Logger.getLogger(WordKeeping.class);

    private final Vertx vertx;
    private final SearchConfig config;
    private final MessageWords words;
    private final SearchMetrics metrics;
    private final Loop loop;
    private long timer;

    WordKeeping(Vertx vertx, SearchConfig config, MessageWords words, SearchMetrics metrics) {
        this.vertx = vertx;
        this.config = config;
        this.words = words;
        this.metrics = metrics;
        loop = new Loop(
                vertx.getOrCreateContext(),
                this::round,
                failure -> LOG.warnf("New messages cannot be searched for now: %s", failure.toString()));
    }

    void start(@Observes StartupEvent start) {
        if (config.enabled()) {
            timer = vertx.setPeriodic(config.poll().toMillis(), _ -> loop.ask());
        }
    }

    void end(@Observes ShutdownEvent shutdown) {
        vertx.cancelTimer(timer);
        loop.stop();
    }

    /// A batch of each workspace that has something to do; returns whether one of them has more.
    private Uni<Boolean> round() {
        return words.begin()
                .invoke(workspaces -> workspaces.forEach(
                        workspace -> LOG.infof("Making the messages of workspace %s findable", workspace)))
                .chain(words::due)
                .invoke(metrics::due)
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(
                        due -> words.keep(due.workspaceId()).invoke(batch -> kept(due.workspaceId(), batch)))
                .collect()
                .asList()
                .map(WordKeeping::hasMore);
    }

    private void kept(UUID workspaceId, Batch batch) {
        metrics.kept(batch);
        if (batch.arrived()) {
            LOG.infof("All messages of workspace %s are findable", workspaceId);
        }
    }

    private static boolean hasMore(List<Batch> batches) {
        return batches.stream().anyMatch(Batch::isFull);
    }
}
