package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.deed.ChatDeedService;
import dev.sharedinbox.chat.deed.ChatDeeds;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.Failure;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The steps of a job. Taking a chat, the deed, its change and the result are one transaction: whatever dies, a chat is
/// done once or still to be done.
@ApplicationScoped
class BulkSteps {

    private static final String TAKE = """
            select item.chat_id from bulk_chat item
            where item.workspace_id = $1 and item.job_id = $2 and item.state = 'PENDING'
                and exists (select from bulk_job job where job.workspace_id = $1 and job.id = $2 and job.state = 'RUNNING')
            order by item.chat_id limit 1 for update of item skip locked
            """;
    private static final String DONE =
            "update bulk_chat set state = 'DONE' where workspace_id = $1 and job_id = $2 and chat_id = $3";
    private static final String REFUSED = """
            update bulk_chat set state = 'REFUSED', code = $4
            where workspace_id = $1 and job_id = $2 and chat_id = $3 and state = 'PENDING'
            """;
    private static final String REFUSE_ALL = """
            update bulk_chat set state = 'REFUSED', code = $3
            where workspace_id = $1 and job_id = $2 and state = 'PENDING'
            """;
    private static final String FINISH = """
            update bulk_job set state = 'DONE', finished_at = $3
            where workspace_id = $1 and id = $2 and state = 'RUNNING' and not exists (
                select from bulk_chat where workspace_id = $1 and job_id = $2 and state = 'PENDING')
            """;

    private final Pool pool;
    private final Clock clock;
    private final ChatDeedService service;
    private final ChatDeeds deeds;
    private final ChangeLog log;
    private final BulkMetrics metrics;

    BulkSteps(Pool pool, Clock clock, ChatDeedService service, ChatDeeds deeds, ChangeLog log, BulkMetrics metrics) {
        this.pool = pool;
        this.clock = clock;
        this.service = service;
        this.deeds = deeds;
        this.log = log;
        this.metrics = metrics;
    }

    /// Do the next chat that nobody else has taken; false when there is none.
    Uni<Boolean> next(BulkOrder order, Viewer viewer, boolean tells) {
        var taken = new AtomicReference<@Nullable UUID>();
        return pool.withTransaction(transaction -> take(transaction, order)
                        .invoke(chat -> taken.set(chat.orElse(null)))
                        .chain(chat -> chat.isEmpty()
                                ? Uni.createFrom().item(false)
                                : deed(transaction, order, viewer, chat.get(), tells)
                                        .replaceWith(true)))
                .invoke(done -> {
                    if (done) {
                        metrics.done(order.deed());
                    }
                })
                .onFailure()
                .recoverWithUni(failure -> refuse(order, taken.get(), failure));
    }

    /// Refuse what is left for somebody who is no longer there.
    Uni<Void> refuseAll(BulkOrder order) {
        return pool.preparedQuery(REFUSE_ALL)
                .execute(Tuple.of(order.workspaceId(), order.id(), ErrorCode.FORBIDDEN.name()))
                .invoke(rows -> metrics.refused(order.deed(), ErrorCode.FORBIDDEN, rows.rowCount()))
                .replaceWithVoid();
    }

    /// End the job if every chat was done or refused.
    Uni<Boolean> finish(BulkOrder order) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(FINISH)
                .execute(Tuple.of(order.workspaceId(), order.id(), now))
                .map(rows -> rows.rowCount() > 0)
                .call(ended -> ended
                        ? log.append(transaction, order.workspaceId(), List.of(progress(order.userId(), order.id())))
                        : Uni.createFrom().voidItem()));
    }

    private static Uni<Optional<UUID>> take(SqlClient transaction, BulkOrder order) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(order.workspaceId(), order.id()))
                .map(rows -> rows.iterator().hasNext()
                        ? Optional.of(rows.iterator().next().getUUID("chat_id"))
                        : Optional.empty());
    }

    private Uni<Void> deed(SqlClient transaction, BulkOrder order, Viewer viewer, UUID chat, boolean tells) {
        viewer.require(order.deed().permission());
        var deed = order.deed(deeds);
        List<NewChange> told = tells ? List.of(progress(order.userId(), order.id())) : List.of();
        return transaction
                .preparedQuery(DONE)
                .execute(Tuple.of(order.workspaceId(), order.id(), chat))
                .chain(() -> service.change(transaction, viewer, chat, deed, told));
    }

    private Uni<Boolean> refuse(BulkOrder order, @Nullable UUID chat, Throwable thrown) {
        var code = Failure.logged(thrown, order.id().toString()).code();
        return chat == null || code == ErrorCode.UNAVAILABLE
                ? Uni.createFrom().failure(thrown)
                : pool.preparedQuery(REFUSED)
                        .execute(Tuple.of(order.workspaceId(), order.id(), chat, code.name()))
                        .invoke(rows -> metrics.refused(order.deed(), code, rows.rowCount()))
                        .replaceWith(true);
    }

    /// What tells the owner to look how far a job is.
    static NewChange progress(UUID owner, UUID job) {
        return NewChange.user(ChangeType.BULK_UPDATED, owner)
                .with(new JsonObject().put(BulkJobs.JOB_ID, job.toString()));
    }
}
