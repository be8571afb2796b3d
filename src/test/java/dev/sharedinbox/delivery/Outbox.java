package dev.sharedinbox.delivery;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Database;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Puts messages into the queue without anybody having to ask for them.
@Singleton
final class Outbox {

    private final Database database;
    private final Pool pool;
    private final Deliveries deliveries;

    Outbox(Database database, Pool pool, Deliveries deliveries) {
        this.database = database;
        this.pool = pool;
        this.deliveries = deliveries;
    }

    /// A new chat with a new customer.
    UUID chat(UUID number) {
        var contact = Ids.next();
        var chat = Ids.next();
        database.run("insert into contact (workspace_id, id) values ($1, $2)", DemoIds.WORKSPACE, contact);
        database.run("""
                insert into chat (workspace_id, id, business_number_id, inbox_id, contact_id, last_activity_at, started_at)
                values ($1, $2, $3, $4, $5, now(), now())
                """, DemoIds.WORKSPACE, chat, number, DemoIds.SALES_INBOX, contact);
        return chat;
    }

    /// That many messages in a chat, in order.
    List<UUID> messages(UUID number, UUID chat, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(seq -> message(number, chat, seq))
                .toList();
    }

    private UUID message(UUID number, UUID chat, int seq) {
        var id = Ids.next();
        database.run("""
                insert into message (workspace_id, id, chat_id, seq, business_number_id, direction, type, text,
                    sender_kind, sent_at, status)
                values ($1, $2, $3, $4, $5, 'OUTGOING', 'TEXT', 'Hello', 'SYSTEM', now(), 'QUEUED')
                """, DemoIds.WORKSPACE, id, chat, seq, number);
        pool.withTransaction(transaction ->
                        deliveries.enqueue(transaction, new OutgoingDelivery(DemoIds.WORKSPACE, id, chat, number)))
                .await()
                .atMost(Duration.ofSeconds(30));
        return id;
    }
}
