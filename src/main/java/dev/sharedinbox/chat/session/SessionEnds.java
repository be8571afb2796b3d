package dev.sharedinbox.chat.session;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.chat.session.DueWindows.Taken;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Tells of each session window, once, that it is about to close, and once that it has closed; of one that the customer
/// prolonged, or opened anew, again. What is due is in the rows and told in the transaction that settles them: several
/// nodes share the work, and what fell due while none was running is told when one is.
@ApplicationScoped
class SessionEnds {

    private static final Logger LOG = Logger.getLogger(SessionEnds.class);

    private final Vertx vertx;
    private final Pool pool;
    private final Clock clock;
    private final SessionConfig config;
    private final DueWindows due;
    private final ChangeLog log;
    private final WakeUps wakeUps;
    private final SessionMetrics metrics;
    private final AtomicBoolean busy = new AtomicBoolean();
    private long timer;

    SessionEnds(
            Vertx vertx,
            Pool pool,
            Clock clock,
            SessionConfig config,
            DueWindows due,
            ChangeLog log,
            WakeUps wakeUps,
            SessionMetrics metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.clock = clock;
        this.config = config;
        this.due = due;
        this.log = log;
        this.wakeUps = wakeUps;
        this.metrics = metrics;
    }

    void begin(@Observes StartupEvent start) {
        if (config.enabled()) {
            timer = vertx.setPeriodic(config.poll().toMillis(), _ -> round());
        }
    }

    void end(@Observes ShutdownEvent shutdown) {
        vertx.cancelTimer(timer);
    }

    private void round() {
        if (busy.compareAndSet(false, true)) {
            tell().onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.warnf("Ends of sessions cannot be told: %s", failure.toString()));
        }
    }

    /// Tell of everything that is due now.
    Uni<Void> tell() {
        return due.workspaces(clock.instant())
                .onItem()
                .transformToMulti(workspaces -> Multi.createFrom().iterable(workspaces))
                .onItem()
                .transformToUniAndConcatenate(this::tell)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> tell(UUID workspaceId) {
        return batch(workspaceId)
                .invoke(taken -> told(workspaceId, taken))
                .chain(taken ->
                        taken.isFull() ? tell(workspaceId) : Uni.createFrom().voidItem());
    }

    private Uni<Taken> batch(UUID workspaceId) {
        return pool.withTransaction(transaction -> due.take(transaction, workspaceId, clock.instant())
                .call(taken -> log.append(transaction, workspaceId, taken.changes())));
    }

    private void told(UUID workspaceId, Taken taken) {
        metrics.told(taken);
        if (!taken.changes().isEmpty()) {
            wakeUps.changed(workspaceId);
        }
    }
}
