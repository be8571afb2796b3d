package dev.sharedinbox.delivery;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.WakeUps;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Looks after deliveries that no sender will settle. A call that was lost with its node becomes unknown, never
/// a second call. An unknown one whose deadline passes without a status fails, so that an agent learns of it
/// and decides. One that waited for too long before any call fails as well.
@ApplicationScoped
class Janitor {

    private static final Logger LOG = Logger.getLogger(Janitor.class);

    private final Vertx vertx;
    private final Pool pool;
    private final Clock clock;
    private final DeliveryConfig config;
    private final Leftovers leftovers;
    private final Settlement settlement;
    private final ChangeLog log;
    private final WakeUps wakeUps;
    private final DeliveryMetrics metrics;
    private final AtomicBoolean busy = new AtomicBoolean();
    private long timer;

    Janitor(
            Vertx vertx,
            Pool pool,
            Clock clock,
            DeliveryConfig config,
            Leftovers leftovers,
            Settlement settlement,
            ChangeLog log,
            WakeUps wakeUps,
            DeliveryMetrics metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.clock = clock;
        this.config = config;
        this.leftovers = leftovers;
        this.settlement = settlement;
        this.log = log;
        this.wakeUps = wakeUps;
        this.metrics = metrics;
    }

    void begin(@Observes StartupEvent start) {
        if (config.enabled()) {
            timer = vertx.setPeriodic(config.cleanup().toMillis(), _ -> round());
        }
    }

    void end(@Observes ShutdownEvent shutdown) {
        vertx.cancelTimer(timer);
    }

    private void round() {
        if (busy.compareAndSet(false, true)) {
            cleanUp()
                    .onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.warnf("Deliveries cannot be cleaned up: %s", failure.toString()));
        }
    }

    Uni<Void> cleanUp() {
        var now = clock.instant();
        return leftovers
                .loseCallsBegunBefore(now.minus(config.lease()), now)
                .invoke(lost -> metrics.settledByCleanup("lost", lost))
                .chain(() -> leftovers.unknownSince(now.minus(config.unknownDeadline())))
                .chain(unknown -> failAll(unknown, "unanswered"))
                .chain(() -> leftovers.waitingSince(now.minus(config.retry().giveUpAfter())))
                .chain(waiting -> failAll(waiting, "too old"))
                .chain(() -> leftovers.count(now))
                .invoke(queue -> metrics.queue(queue.byState(), queue.waits()))
                .replaceWithVoid();
    }

    private Uni<Void> failAll(List<Leftovers.Leftover> all, String what) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(this::fail)
                .collect()
                .asList()
                .invoke(failed -> metrics.settledByCleanup(what, failed.size()))
                .replaceWithVoid();
    }

    /// The same order of locks as everywhere: message, delivery, change head.
    private Uni<Boolean> fail(Leftovers.Leftover leftover) {
        return pool.withTransaction(transaction -> settlement
                        .failed(transaction, leftover.workspaceId(), leftover.messageId(), leftover.failure())
                        .call(() -> leftovers.remove(transaction, leftover))
                        .chain(changes -> log.append(transaction, leftover.workspaceId(), changes)))
                .invoke(() -> wakeUps.changed(leftover.workspaceId()))
                .replaceWith(true)
                .onFailure(Superseded.class)
                .recoverWithNull();
    }
}
