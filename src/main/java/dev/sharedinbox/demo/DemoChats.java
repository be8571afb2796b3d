package dev.sharedinbox.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Fills the demo workspace with lively chats at its first start: open and closed, assigned and waiting, with sessions
/// that run and sessions that ran out.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo"})
class DemoChats {

    private static final int ORDER = DemoWorld.ORDER + 100;
    private static final String ANY = "select 1 from chat where workspace_id = $1 limit 1";

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Pool pool;
    private final Clock clock;

    DemoChats(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    void fill(@Observes @Priority(ORDER) StartupEvent start) {
        // Startup waits on the main thread: nobody may see a half-seeded world.
        pool.withTransaction(this::fillIfEmpty).await().atMost(LIMIT);
    }

    private Uni<Void> fillIfEmpty(SqlClient transaction) {
        return transaction
                .preparedQuery(ANY)
                .execute(Tuple.of(DemoIds.WORKSPACE))
                .chain(chats -> chats.size() > 0 ? Uni.createFrom().voidItem() : write(transaction));
    }

    private Uni<Void> write(SqlClient transaction) {
        var begin = clock.instant();
        var rows = new DemoRows(begin);
        return insert(transaction, "contact", "id, name, phone, created_at", rows.contacts())
                .chain(() -> insert(transaction, "contact_identity", "kind, value, contact_id", rows.identities()))
                .chain(() -> insert(
                        transaction,
                        "session_window",
                        "business_number_id, contact_id, last_customer_message_at, expires_at, look_at",
                        rows.sessions()))
                .chain(() -> insert(
                        transaction,
                        "chat",
                        "id, business_number_id, inbox_id, contact_id, status, assignee_id, team_id, unread_count,"
                                + " last_seq, last_message_id, last_message_direction, last_activity_at,"
                                + " last_inbound_at, waiting_since, started_at, closed_at",
                        rows.chats()))
                .chain(() -> insert(transaction, "chat_tag", "chat_id, tag_id, last_activity_at", rows.tags()))
                .chain(() -> insert(
                        transaction,
                        "message",
                        "id, chat_id, seq, business_number_id, direction, type, text, content, sender_kind,"
                                + " sender_user_id, sent_at, stored_at, status, failure, provider_message_id",
                        rows.messages()))
                .chain(() -> insert(
                        transaction,
                        "receipt",
                        "business_number_id, provider_message_id, status, occurred_at, participant, failure, raw,"
                                + " received_at",
                        rows.receipts()))
                .invoke(() -> Log.infof(
                        "Filled the demo workspace with chats in %s", Duration.between(begin, clock.instant())));
    }

    private static Uni<Void> insert(SqlClient transaction, String table, String columns, List<?> rows) {
        var statement =
                "insert into %1$s (workspace_id, %2$s) select $1, %2$s from jsonb_populate_recordset(null::%1$s, $2)"
                        .formatted(table, columns);
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.of(DemoIds.WORKSPACE, new JsonArray(rows)))
                .replaceWithVoid();
    }
}
