package dev.sharedinbox.media.fetch;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.media.FetchOutcome;
import dev.sharedinbox.media.FetchOutcome.Failed;
import dev.sharedinbox.media.FetchOutcome.Fetched;
import dev.sharedinbox.media.MediaConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Writes down how a try ended and tells everybody who looks at the message. A try whose lease has ended in favour of
/// another one changes nothing any more.
@ApplicationScoped
public class FetchSettlement {

    private static final String MINE = " where workspace_id = $1 and id = $2 and attempts = $3 and state = 'PENDING'";
    private static final String READY =
            "update attachment set state = 'READY', detected_type = $4, size = $5, thumbnail_size = $6" + MINE;
    private static final String FAILED = "update attachment set state = 'FAILED', failure = $4" + MINE;
    private static final String AGAIN = "update attachment set next_attempt_at = $4" + MINE;

    private final Pool pool;
    private final Clock clock;
    private final FetchPolicy policy;
    private final ChangeLog log;
    private final WakeUps wakeUps;

    FetchSettlement(Pool pool, Clock clock, MediaConfig config, ChangeLog log, WakeUps wakeUps) {
        this.pool = pool;
        this.clock = clock;
        this.policy = FetchPolicy.of(config);
        this.log = log;
        this.wakeUps = wakeUps;
    }

    public Uni<Void> settle(FetchClaim claim, FetchOutcome outcome) {
        return switch (outcome) {
            case Fetched(var type, var size, var thumbnail) ->
                end(claim, READY, mine(claim).addString(type).addLong(size).addLong(thumbnail == 0 ? null : thumbnail));
            case Failed(var failure) ->
                policy.next(claim, failure, clock.instant())
                        .map(at -> again(claim, at))
                        .orElseGet(() -> end(claim, FAILED, mine(claim).addString(failure.name())));
        };
    }

    private Uni<Void> again(FetchClaim claim, Instant at) {
        return pool.preparedQuery(AGAIN)
                .execute(mine(claim).addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<Void> end(FetchClaim claim, String statement, Tuple values) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(statement)
                        .execute(values)
                        .chain(settled ->
                                settled.rowCount() == 0 ? Uni.createFrom().voidItem() : tell(transaction, claim)))
                .invoke(() -> wakeUps.changed(claim.workspaceId()));
    }

    private Uni<Void> tell(SqlClient transaction, FetchClaim claim) {
        var change = NewChange.message(ChangeType.MESSAGE_UPDATED, claim.chatId(), claim.messageId());
        return log.append(transaction, claim.workspaceId(), List.of(change));
    }

    private static Tuple mine(FetchClaim claim) {
        return Tuple.of(claim.workspaceId(), claim.attachmentId(), claim.attempt());
    }
}
