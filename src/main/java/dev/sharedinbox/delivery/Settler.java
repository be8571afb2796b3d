package dev.sharedinbox.delivery;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.delivery.Outcome.Accepted;
import dev.sharedinbox.delivery.Outcome.NumberPaused;
import dev.sharedinbox.delivery.Outcome.Refused;
import dev.sharedinbox.delivery.Outcome.RetryLater;
import dev.sharedinbox.delivery.Outcome.Unknown;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Writes down how a call ended, exactly once: message, delivery, attempt and changes in one transaction, in
/// this order of locks. When the delivery was settled by somebody else meanwhile, nothing of it stays.
@ApplicationScoped
class Settler {

    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Pool pool;
    private final Clock clock;
    private final Attempts attempts;
    private final Settlement settlement;
    private final ChangeLog log;
    private final WakeUps wakeUps;
    private final RetryPolicy policy;

    Settler(
            Pool pool,
            Clock clock,
            Attempts attempts,
            Settlement settlement,
            ChangeLog log,
            WakeUps wakeUps,
            DeliveryConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.attempts = attempts;
        this.settlement = settlement;
        this.log = log;
        this.wakeUps = wakeUps;
        this.policy = RetryPolicy.of(config.retry());
    }

    /// Settle a claim. A database that is away gets some more tries, because the outcome is known only here.
    Uni<Void> settle(Claim claim, Outcome outcome) {
        return pool.withTransaction(transaction -> settle(transaction, claim, outcome))
                .onFailure(failure -> !(failure instanceof Superseded))
                .retry()
                .withBackOff(FIRST_PAUSE)
                .atMost(TRIES)
                .onFailure(Superseded.class)
                .recoverWithNull()
                .invoke(() -> wakeUps.changed(claim.delivery().workspaceId()));
    }

    private Uni<Void> settle(SqlClient transaction, Claim claim, Outcome outcome) {
        return switch (outcome) {
            case Accepted(var providerMessageId) -> accept(transaction, claim, providerMessageId);
            case Refused(var failure) -> fail(transaction, claim, "REFUSED", failure);
            case RetryLater(var failure, var notBefore) -> {
                var next = policy.next(claim, notBefore, clock.instant());
                yield requeue(transaction, claim, "RETRY", failure, next, claim.attempts());
            }
            case NumberPaused(var failure, var until) -> {
                var next = policy.within(claim, until);
                yield requeue(transaction, claim, "PAUSED", failure, next, claim.attempts() - 1);
            }
            case Unknown(var failure) -> attempts.lose(transaction, claim, failure);
        };
    }

    private Uni<Void> accept(SqlClient transaction, Claim claim, String providerMessageId) {
        var delivery = claim.delivery();
        return settlement
                .accepted(transaction, delivery.workspaceId(), delivery.messageId(), providerMessageId)
                .call(() -> attempts.close(transaction, claim, "ACCEPTED", null))
                .chain(changes -> append(transaction, delivery.workspaceId(), changes));
    }

    private Uni<Void> fail(SqlClient transaction, Claim claim, String outcome, Failure failure) {
        var delivery = claim.delivery();
        return settlement
                .failed(transaction, delivery.workspaceId(), delivery.messageId(), failure)
                .call(() -> attempts.close(transaction, claim, outcome, failure))
                .chain(changes -> append(transaction, delivery.workspaceId(), changes));
    }

    private Uni<Void> requeue(
            SqlClient transaction, Claim claim, String outcome, Failure failure, Optional<Instant> due, int counted) {
        return due.map(at -> attempts.requeue(transaction, claim, outcome, failure, at, counted))
                .orElseGet(() -> fail(transaction, claim, outcome, failure.retryableNow()));
    }

    private Uni<Void> append(SqlClient transaction, UUID workspaceId, List<NewChange> changes) {
        return log.append(transaction, workspaceId, changes);
    }
}
