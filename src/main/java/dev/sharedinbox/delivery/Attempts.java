package dev.sharedinbox.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Ends attempts. Each method acts only while the delivery is still held by the claim and fails with
/// [Superseded] otherwise, which rolls the settling transaction back.
@ApplicationScoped
class Attempts {

    private static final String OURS = """
            where workspace_id = $1 and message_id = $2 and claimed_by = $3 and attempts = $4 and state <> 'READY'
            returning workspace_id)
            update delivery_attempt set outcome = $6, error = $7, settled_at = $8
            from ours where delivery_attempt.workspace_id = $1 and message_id = $2 and attempt = $5
            """;
    private static final String CLOSE = "with ours as (delete from delivery " + OURS;
    private static final String REQUEUE = """
            with ours as (update delivery
            set state = 'READY', due_at = $9, attempts = $10, claimed_by = null, claimed_at = null
            """ + OURS;
    private static final String LOSE = "with ours as (update delivery set state = 'UNKNOWN' " + OURS;

    private final Clock clock;

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /// The delivery is over.
    Uni<Void> close(SqlClient transaction, Claim claim, String outcome, @Nullable Failure failure) {
        return end(transaction, CLOSE, values(claim, outcome, failure));
    }

    /// The delivery waits for its next attempt.
    ///
    /// @param attempts how many attempts count so far
    Uni<Void> requeue(
            SqlClient transaction, Claim claim, String outcome, Failure failure, Instant dueAt, int attempts) {
        return end(
                transaction,
                REQUEUE,
                values(claim, outcome, failure)
                        .addOffsetDateTime(dueAt.atOffset(ZoneOffset.UTC))
                        .addInteger(attempts));
    }

    /// Nobody knows how the attempt ended.
    Uni<Void> lose(SqlClient transaction, Claim claim, Failure failure) {
        return end(transaction, LOSE, values(claim, "UNKNOWN", failure));
    }

    private Tuple values(Claim claim, String outcome, @Nullable Failure failure) {
        return Tuple.tuple()
                .addUUID(claim.delivery().workspaceId())
                .addUUID(claim.delivery().messageId())
                .addUUID(claim.node())
                .addInteger(claim.attempts())
                .addInteger(claim.attempt())
                .addString(outcome)
                .addJsonObject(json(failure))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static @Nullable JsonObject json(@Nullable Failure failure) {
        return failure == null ? null : failure.json();
    }

    private static Uni<Void> end(SqlClient transaction, String sql, Tuple values) {
        return transaction
                .preparedQuery(sql)
                .execute(values)
                .onItem()
                .transformToUni(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new Superseded()));
    }
}
