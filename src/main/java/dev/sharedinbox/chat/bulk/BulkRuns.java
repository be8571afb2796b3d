package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.platform.Loop;
import dev.sharedinbox.team.signin.Viewers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Does what bulk jobs are left to do, one chat at a time per node, so that they never crowd out intake and sending,
/// and each job in its turn, so that a long one keeps no other waiting. What is left is in the rows: nodes share it,
/// and what a dead one was doing is done by another.
@ApplicationScoped
class BulkRuns {

    private static final Logger LOG = Logger.getLogger(BulkRuns.class);

    private static final String RUNNING = """
            select workspace_id, id, user_id, deed, arguments from bulk_job
            where state = 'RUNNING' and (total > $1 or created_at < $2) order by created_at limit $3
            """;
    /// Jobs that take turns; the others follow as these end.
    private static final int MOST = 200;

    private static final String REMOVE = "delete from bulk_job where finished_at < $1";

    private final Vertx vertx;
    private final Pool pool;
    private final Clock clock;
    private final BulkConfig config;
    private final BulkSteps steps;
    private final Viewers viewers;
    private final WakeUps wakeUps;
    private final BulkMetrics metrics;
    private final Loop loop;
    private long timer;

    BulkRuns(
            Vertx vertx,
            Pool pool,
            Clock clock,
            BulkConfig config,
            BulkSteps steps,
            Viewers viewers,
            WakeUps wakeUps,
            BulkMetrics metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.clock = clock;
        this.config = config;
        this.steps = steps;
        this.viewers = viewers;
        this.wakeUps = wakeUps;
        this.metrics = metrics;
        loop = new Loop(vertx.getOrCreateContext(), this::round, failure -> waits("Bulk jobs wait", failure));
    }

    void start(@Observes StartupEvent start) {
        timer = vertx.setPeriodic(config.poll().toMillis(), _ -> begin());
    }

    void end(@Observes ShutdownEvent shutdown) {
        vertx.cancelTimer(timer);
        loop.stop();
    }

    /// Begin with what there is to do, in the background.
    void begin() {
        loop.ask();
    }

    /// Do all of a job that nobody else is doing.
    Uni<Void> run(BulkOrder order) {
        return Uni.createFrom()
                .deferred(() -> turn(order))
                .repeat()
                .whilst(goesOn -> goesOn)
                .onItem()
                .ignoreAsUni();
    }

    /// A turn of each job; returns whether one of them goes on. Small jobs are left to the call that brought them,
    /// until it is surely dead: a chat taken from under it would have it answer before the job has ended.
    private Uni<Boolean> round() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(now.minus(config.keep())))
                .chain(() -> pool.preparedQuery(RUNNING)
                        .execute(Tuple.of(config.atOnce(), now.minus(config.abandonedAfter()), MOST)))
                .invoke(rows -> metrics.underWay(rows.size()))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(this::patientTurn)
                .collect()
                .with(Collectors.reducing(false, Boolean::logicalOr));
    }

    /// A job that cannot go on just now waits for the next look, without keeping others waiting. So does one whose deed
    /// only a newer version knows.
    private Uni<Boolean> patientTurn(Row row) {
        return Uni.createFrom()
                .deferred(() -> turn(order(row)))
                .onFailure()
                .invoke(failure -> waits("Bulk job " + row.getUUID("id") + " waits", failure))
                .onFailure()
                .recoverWithItem(false);
    }

    private void waits(String what, Throwable failure) {
        metrics.waits();
        LOG.warnf("%s: %s", what, failure.toString());
    }

    /// Some chats of a job; returns whether there may be more. The job ends once there are none.
    private Uni<Boolean> turn(BulkOrder order) {
        var place = new AtomicInteger();
        return Uni.createFrom()
                .deferred(() -> next(order, place.incrementAndGet()))
                .repeat()
                .whilst(done -> done && place.get() < config.turn())
                .collect()
                .last()
                .call(goesOn -> goesOn ? Uni.createFrom().voidItem() : steps.finish(order))
                .invoke(() -> wakeUps.changed(order.workspaceId()));
    }

    /// Who asked is looked up for each chat: a role that was changed holds from then on.
    private Uni<Boolean> next(BulkOrder order, int place) {
        return viewers.member(order.workspaceId(), order.userId())
                .chain(viewer -> viewer.isPresent()
                        ? steps.next(order, viewer.get(), place == config.turn())
                        : steps.refuseAll(order).replaceWith(false))
                .invoke(() -> wakeUps.changed(order.workspaceId()));
    }

    private static BulkOrder order(Row row) {
        return new BulkOrder(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getUUID("user_id"),
                BulkDeed.valueOf(row.getString("deed")),
                row.getJsonObject("arguments"));
    }
}
