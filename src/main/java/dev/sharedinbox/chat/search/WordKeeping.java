package dev.sharedinbox.chat.search;

import dev.sharedinbox.chat.search.MessageWords.Batch;
import dev.sharedinbox.chat.search.MessageWords.Begun;
import dev.sharedinbox.chat.search.MessageWords.Due;
import dev.sharedinbox.platform.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Makes messages findable in the background: new and changed ones within about a second, and those of before, after an
/// upgrade or when the language changes, from the newest on while nothing new waits. Nodes share the work. It rests for
/// as long as it worked, so that messages come in undisturbed when there are many. What fails is tried again with the
/// next look, and keeps no other workspace waiting.
@ApplicationScoped
class WordKeeping {

    private static final Logger LOG = Logger.getLogger(WordKeeping.class);

    private final Vertx vertx;
    private final SearchConfig config;
    private final MessageWords words;
    private final SearchMetrics metrics;
    private final Loop loop;
    /// The workspaces whose last batch failed, so that an outage is logged once.
    private final Set<UUID> stuck = new HashSet<>();
    /// Whether the last look failed, for the same reason.
    private volatile boolean failing;

    private long timer;

    WordKeeping(Vertx vertx, SearchConfig config, MessageWords words, SearchMetrics metrics) {
        this.vertx = vertx;
        this.config = config;
        this.words = words;
        this.metrics = metrics;
        loop = new Loop(vertx.getOrCreateContext(), this::round, this::failed);
    }

    void start(@Observes StartupEvent start) {
        words.knows(config.language()).subscribe().with(this::checked, this::failed);
        if (config.enabled()) {
            timer = vertx.setPeriodic(config.poll().toMillis(), _ -> loop.ask());
        }
    }

    void end(@Observes ShutdownEvent shutdown) {
        vertx.cancelTimer(timer);
        loop.stop();
    }

    /// A wrong language would only show when somebody misses what they look for.
    private void checked(boolean isKnown) {
        if (!isKnown) {
            LOG.errorf(
                    "inbox.search.language=%s is no language of this PostgreSQL; messages are searched as by simple",
                    config.language());
        }
    }

    /// A batch of each workspace that has something to do; returns whether one of them has more.
    private Uni<Boolean> round() {
        var began = System.nanoTime();
        return words.begin()
                .invoke(begun -> begun.forEach(WordKeeping::begun))
                .chain(words::due)
                .invoke(this::looked)
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(due -> keep(due.workspaceId()))
                .collect()
                .asList()
                .map(WordKeeping::hasMore)
                .call(more -> more ? rest(Duration.ofNanos(System.nanoTime() - began)) : done());
    }

    private static Uni<Void> rest(Duration duration) {
        return done().onItem().delayIt().by(duration.plusMillis(1));
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }

    private static void begun(Begun begun) {
        LOG.infof(
                "Making the messages of workspace %s findable in the language %s",
                begun.workspaceId(), begun.language());
    }

    private void looked(List<Due> due) {
        if (failing) {
            LOG.info("New messages can be searched again");
        }
        failing = false;
        metrics.due(due);
    }

    private Uni<Batch> keep(UUID workspaceId) {
        return words.keep(workspaceId)
                .invoke(batch -> kept(workspaceId, batch))
                .onFailure()
                .invoke(failure -> stuck(workspaceId, failure))
                .onFailure()
                .recoverWithItem(Batch.NOTHING);
    }

    private void kept(UUID workspaceId, Batch batch) {
        metrics.kept(batch);
        if (stuck.remove(workspaceId)) {
            LOG.infof("New messages of workspace %s can be searched again", workspaceId);
        }
        if (batch.arrived()) {
            LOG.infof("All messages of workspace %s are findable", workspaceId);
        }
    }

    private void stuck(UUID workspaceId, Throwable failure) {
        metrics.failed();
        if (stuck.add(workspaceId)) {
            LOG.warnf(
                    "New messages of workspace %s cannot be searched for now; it keeps trying: %s",
                    workspaceId, failure.toString());
        }
    }

    private void failed(Throwable failure) {
        metrics.failed();
        if (!failing) {
            LOG.warnf("New messages cannot be searched for now; it keeps trying: %s", failure.toString());
        }
        failing = true;
    }

    private static boolean hasMore(List<Batch> batches) {
        return batches.stream().anyMatch(Batch::isFull);
    }
}
