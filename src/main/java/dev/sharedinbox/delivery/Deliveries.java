package dev.sharedinbox.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/// The way into the queue of outgoing messages, and out of it when a status tells what no answer told.
@ApplicationScoped
public class Deliveries {

    private static final String ENQUEUE = """
            insert into delivery (workspace_id, message_id, chat_id, business_number_id, enqueued_at, due_at)
            values ($1, $2, $3, $4, $5, $5)
            """;
    private static final String CONFIRM = """
            with confirmed as (
                delete from delivery where workspace_id = $1 and message_id = any($2) returning message_id)
            update delivery_attempt a set outcome = 'ACCEPTED', error = null, settled_at = $3
            from confirmed where a.workspace_id = $1 and a.message_id = confirmed.message_id
                and a.outcome in ('CALLING', 'UNKNOWN')
            """;

    private final Sender sender;
    private final Clock clock;

    Deliveries(Sender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /// Within the writer's transaction, which has locked the chat, line a message up behind those of its chat:
    /// for the first time, or again after it failed. After the commit, call [#waiting].
    public Uni<Void> enqueue(SqlClient transaction, OutgoingDelivery delivery) {
        return transaction
                .preparedQuery(ENQUEUE)
                .execute(Tuple.of(
                        delivery.workspaceId(),
                        delivery.messageId(),
                        delivery.chatId(),
                        delivery.businessNumberId(),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /// Say, after a commit, that there is something to send. A hint only: senders also look by themselves.
    public void waiting() {
        sender.wake();
    }

    /// Within the transaction that stores new statuses, and after locking their messages, close the deliveries
    /// of the messages that the statuses name: the carrier has them, whatever became of our call. Whoever still
    /// waits for the call's answer finds its delivery settled.
    public Uni<Void> confirm(SqlClient transaction, UUID workspaceId, Collection<UUID> messageIds) {
        if (messageIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(CONFIRM)
                .execute(Tuple.of(
                        workspaceId,
                        messageIds.toArray(UUID[]::new),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
