package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Writes bulk jobs, within the transaction of its caller.
@ApplicationScoped
class BulkRows {

    /// Whoever else makes a job for the same user waits here, so that the limit holds and a key makes one job.
    private static final String LOCK_OWNER =
            "select from workspace_user where workspace_id = $1 and id = $2 for no key update";

    private static final String FIND = """
            select id, request from bulk_job where workspace_id = $1 and user_id = $2 and client_request_id = $3
            """;
    private static final String NEW_JOB = """
            insert into bulk_job
                (workspace_id, id, user_id, client_request_id, request, deed, arguments, total, created_at)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9
            where (select count(*) from bulk_job where workspace_id = $1 and user_id = $3 and state = 'RUNNING') < $10
            """;
    private static final String NEW_CHATS = """
            insert into bulk_chat (workspace_id, job_id, chat_id) select $1, $2, chat from unnest($3::uuid[]) chat
            """;
    private static final String CANCEL = """
            update bulk_job set state = 'CANCELLED', finished_at = $4
            where workspace_id = $1 and id = $2 and user_id = $3 and state = 'RUNNING'
            """;

    private final Clock clock;
    private final BulkConfig config;

    BulkRows(Clock clock, BulkConfig config) {
        this.clock = clock;
        this.config = config;
    }

    Uni<Void> lockOwner(SqlClient transaction, Viewer viewer) {
        return transaction
                .preparedQuery(LOCK_OWNER)
                .execute(Tuple.of(viewer.workspaceId(), viewer.userId()))
                .replaceWithVoid();
    }

    /// The job that the request has made before; fails with `CONFLICT` when its key came with another one.
    Uni<Optional<UUID>> find(SqlClient client, Viewer viewer, BulkRequest request) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(viewer.workspaceId(), viewer.userId(), request.key()))
                .map(rows -> {
                    if (!rows.iterator().hasNext()) {
                        return Optional.empty();
                    }
                    var row = rows.iterator().next();
                    if (!request.text().equals(row.getString("request"))) {
                        throw new InboxException(
                                ErrorCode.CONFLICT,
                                "The same clientRequestId came before with another request.",
                                "input",
                                "clientRequestId");
                    }
                    return Optional.of(row.getUUID("id"));
                });
    }

    /// Fails with `RATE_LIMITED` when the owner has too many under way.
    Uni<Void> create(SqlClient transaction, BulkRequest request, BulkOrder order, Set<UUID> chats) {
        var values = Tuple.of(order.workspaceId(), order.id(), order.userId())
                .addString(request.key())
                .addString(request.text())
                .addString(order.deed().name())
                .addJsonObject(order.arguments())
                .addInteger(chats.size())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addLong((long) config.perUser());
        return transaction
                .preparedQuery(NEW_JOB)
                .execute(values)
                .invoke(made -> {
                    if (made.rowCount() == 0) {
                        throw new InboxException(
                                ErrorCode.RATE_LIMITED,
                                config.perUser()
                                        + " bulk jobs of yours are under way; wait until one of them has ended.");
                    }
                })
                .chain(() -> transaction
                        .preparedQuery(NEW_CHATS)
                        .execute(Tuple.of(order.workspaceId(), order.id(), chats.toArray(UUID[]::new))))
                .replaceWithVoid();
    }

    /// Return whether it was under way.
    Uni<Boolean> cancel(SqlClient transaction, Viewer viewer, UUID id) {
        return transaction
                .preparedQuery(CANCEL)
                .execute(Tuple.of(
                        viewer.workspaceId(),
                        id,
                        viewer.userId(),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() > 0);
    }
}
