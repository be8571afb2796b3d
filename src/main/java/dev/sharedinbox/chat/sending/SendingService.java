package dev.sharedinbox.chat.sending;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.chat.ChatLocks;
import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.chat.LockedChat;
import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.delivery.Deliveries;
import dev.sharedinbox.delivery.OutgoingDelivery;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Sends messages: whatever can be refused is refused before anything reaches WhatsApp; what is accepted is
/// stored, lined up for delivery and told to everybody in one transaction.
@ApplicationScoped
class SendingService {

    private final Pool pool;
    private final Clock clock;
    private final ChatLocks locks;
    private final Staleness staleness;
    private final OutgoingRows rows;
    private final Deliveries deliveries;
    private final ChangeLog log;
    private final WakeUps wakeUps;
    private final ChatReader reader;

    SendingService(
            Pool pool,
            Clock clock,
            ChatLocks locks,
            Staleness staleness,
            OutgoingRows rows,
            Deliveries deliveries,
            ChangeLog log,
            WakeUps wakeUps,
            ChatReader reader) {
        this.pool = pool;
        this.clock = clock;
        this.locks = locks;
        this.staleness = staleness;
        this.rows = rows;
        this.deliveries = deliveries;
        this.log = log;
        this.wakeUps = wakeUps;
        this.reader = reader;
    }

    Uni<MessageView> send(Viewer viewer, NewText message) {
        viewer.require(Permission.CHAT_REPLY);
        return pool.withTransaction(transaction -> locks.lock(transaction, viewer, message.chatId())
                        .chain(chat -> sentBefore(transaction, chat, message)
                                .chain(before -> before.map(Uni.createFrom()::item)
                                        .orElseGet(() -> store(transaction, viewer, chat, message)))))
                .chain(id -> told(viewer, id));
    }

    Uni<MessageView> retry(Viewer viewer, String messageId) {
        viewer.require(Permission.CHAT_REPLY);
        var id = Ids.parse(messageId).orElseThrow(SendingService::noMessage);
        return pool.withTransaction(transaction -> rows.chatOf(transaction, viewer.workspaceId(), id)
                        .map(chat -> chat.orElseThrow(SendingService::noMessage))
                        .chain(chatId -> locks.lock(transaction, viewer, chatId))
                        .onFailure(InboxException.class)
                        .transform(_ -> noMessage())
                        .invoke(chat -> chat.requireOpenFor(clock.instant()))
                        .call(chat -> rows.queueAgain(transaction, viewer.workspaceId(), id))
                        .chain(chat -> lineUp(transaction, chat, id, ChangeType.MESSAGE_STATUS)))
                .chain(() -> told(viewer, id));
    }

    /// A client that got no answer asks again with the same key. It gets the same message, whatever has
    /// happened to the chat since.
    private Uni<Optional<UUID>> sentBefore(SqlClient transaction, LockedChat chat, NewText message) {
        return rows.byClientMessageId(transaction, chat.workspaceId(), message.clientMessageId())
                .map(before -> before.map(earlier -> earlier.sameAs(message)));
    }

    private Uni<UUID> store(SqlClient transaction, Viewer viewer, LockedChat chat, NewText message) {
        var now = clock.instant();
        chat.requireOpenFor(now);
        message.expectation().ifPresent(expected -> chat.requireAssignee(expected.assignee()));
        var id = Ids.next();
        return staleness
                .requireFresh(transaction, chat, viewer, message.lastSeen())
                .chain(() -> rows.quotable(transaction, chat, message.replyTo()))
                .chain(quoted -> rows.insert(transaction, chat, id, viewer.userId(), message, quoted, now))
                .chain(() -> lineUp(transaction, chat, id, ChangeType.MESSAGE_CREATED))
                .replaceWith(id);
    }

    private Uni<Void> lineUp(SqlClient transaction, LockedChat chat, UUID messageId, ChangeType change) {
        var delivery = new OutgoingDelivery(chat.workspaceId(), messageId, chat.id(), chat.businessNumberId());
        return deliveries
                .enqueue(transaction, delivery)
                .chain(() -> log.append(
                        transaction, chat.workspaceId(), List.of(NewChange.message(change, chat.id(), messageId))));
    }

    private Uni<MessageView> told(Viewer viewer, UUID id) {
        deliveries.waiting();
        wakeUps.changed(viewer.workspaceId());
        return reader.messages(viewer.workspaceId(), List.of(id))
                .map(found -> Optional.ofNullable(found.get(id)).orElseThrow(SendingService::noMessage));
    }

    private static InboxException noMessage() {
        return InboxException.notFound("message", "input", "messageId");
    }
}
