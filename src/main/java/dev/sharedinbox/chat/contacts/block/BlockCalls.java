package dev.sharedinbox.chat.contacts.block;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.chat.contacts.ContactChats;
import dev.sharedinbox.chat.contacts.block.BlockRows.Settled;
import dev.sharedinbox.delivery.Failure;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Changes whether one number blocks a customer, at the carrier and with us, and tells everybody who looks at one of
/// their chats. A number and a customer are one caller's at a time, so that what we note is what the carrier did last.
@ApplicationScoped
class BlockCalls {

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final int WAITS = 40;

    private final BlockRows rows;
    private final BlockList list;
    private final ContactChats chats;
    private final Pool pool;
    private final ChangeLog log;
    private final WakeUps wakeUps;

    BlockCalls(BlockRows rows, BlockList list, ContactChats chats, Pool pool, ChangeLog log, WakeUps wakeUps) {
        this.rows = rows;
        this.list = list;
        this.chats = chats;
        this.pool = pool;
        this.log = log;
        this.wakeUps = wakeUps;
    }

    /// Return why it could not be done; empty when it is as wished, by this call or before.
    Uni<Optional<InboxException>> change(Viewer viewer, UUID contactId, UUID number, boolean blocks) {
        return claim(viewer.workspaceId(), contactId, number)
                .chain(claim -> claim.isCertainly(blocks)
                        ? rows.release(viewer.workspaceId(), contactId, number, claim.token(), true)
                                .replaceWith(Optional.<InboxException>empty())
                        : call(viewer, contactId, number, claim, blocks))
                .onFailure(InboxException.class)
                .recoverWithItem(refusal -> Optional.of((InboxException) refusal));
    }

    /// Wait for whoever is just at it: mostly they want the same.
    private Uni<BlockClaim> claim(UUID workspaceId, UUID contactId, UUID number) {
        return Uni.createFrom()
                .deferred(() -> rows.claim(workspaceId, contactId, number))
                .map(claim -> claim.orElseThrow(Busy::new))
                .onFailure(Busy.class)
                .retry()
                .withBackOff(SHORTEST_WAIT, LONGEST_WAIT)
                .atMost(WAITS)
                .onFailure(failure -> failure instanceof Busy || failure.getCause() instanceof Busy)
                .transform(_ -> busy());
    }

    private Uni<Optional<InboxException>> call(
            Viewer viewer, UUID contactId, UUID number, BlockClaim claim, boolean blocks) {
        return rows.target(viewer.workspaceId(), contactId, number)
                .chain(target -> blocks ? list.add(target) : list.remove(target))
                .onFailure()
                .recoverWithItem(BlockCalls::unclear)
                .chain(outcome -> settle(viewer, contactId, number, claim, blocks, outcome));
    }

    private Uni<Optional<InboxException>> settle(
            Viewer viewer, UUID contactId, UUID number, BlockClaim claim, boolean blocks, BlockOutcome outcome) {
        return switch (outcome) {
            case BlockOutcome.Done _ ->
                done(viewer, contactId, number, claim, blocks).replaceWith(Optional.empty());
            case BlockOutcome.NotRecent _ -> release(viewer, contactId, number, claim, true, notRecent());
            case BlockOutcome.Refused(var failure) ->
                release(viewer, contactId, number, claim, true, refusal(ErrorCode.CARRIER_REFUSED, failure));
            case BlockOutcome.TryLater(var failure) ->
                release(viewer, contactId, number, claim, true, refusal(ErrorCode.CARRIER_UNAVAILABLE, failure));
            case BlockOutcome.Unclear(var failure) ->
                release(viewer, contactId, number, claim, false, refusal(ErrorCode.CARRIER_UNCLEAR, failure));
        };
    }

    private Uni<Void> done(Viewer viewer, UUID contactId, UUID number, BlockClaim claim, boolean blocks) {
        return pool.withTransaction(transaction -> rows.settle(
                                transaction, viewer, contactId, number, new Settled(claim.token(), blocks))
                        .map(holder -> holder.orElseThrow(BlockCalls::busy))
                        .chain(holder -> claim.blocked() == blocks
                                ? Uni.createFrom().item(List.<NewChange>of())
                                : chats.changed(transaction, viewer.workspaceId(), holder))
                        .call(changes -> log.append(transaction, viewer.workspaceId(), changes)))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()))
                .replaceWithVoid();
    }

    private Uni<Optional<InboxException>> release(
            Viewer viewer, UUID contactId, UUID number, BlockClaim claim, boolean certain, InboxException refusal) {
        return rows.release(viewer.workspaceId(), contactId, number, claim.token(), certain)
                .replaceWith(Optional.of(refusal));
    }

    private static BlockOutcome unclear(Throwable failure) {
        Log.warnf("A call to block or unblock ended in the open: %s", failure.toString());
        return new BlockOutcome.Unclear(
                new Failure("NO_ANSWER", "WhatsApp did not answer", null, "It may have been done. Do it again.", true));
    }

    private static InboxException refusal(ErrorCode code, Failure failure) {
        return new InboxException(code, failure.title() + ". " + failure.advice());
    }

    static InboxException notRecent() {
        return new InboxException(
                ErrorCode.BLOCK_WINDOW_CLOSED,
                "WhatsApp lets you block only customers who wrote within the last 24 hours.",
                "input",
                "contactId");
    }

    private static InboxException busy() {
        return new InboxException(
                ErrorCode.CONFLICT, "Somebody is just blocking or unblocking the customer; look again.");
    }

    private static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super(null, null, false, false);
        }
    }
}
