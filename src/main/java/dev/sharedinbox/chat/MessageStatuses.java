package dev.sharedinbox.chat;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Moves the status of outgoing messages forward to what their receipts say. The result depends on the set of receipts
/// only, never on the order they came in: SENT < FAILED < DELIVERED < READ < PLAYED, because a message that was
/// delivered after all did not fail. A failure that only said "nobody knows" gives way to any receipt.
@ApplicationScoped
public class MessageStatuses {

    private static final String LOCK = """
            select id from message where workspace_id = $1 and id = any($2) order by id for update
            """;
    private static final String ADVANCE = """
            with heard as (
                select m.id, m.chat_id, told.*
                from message m cross join lateral (
                    select max(array_position(array['SENT', 'FAILED', 'DELIVERED', 'READ', 'PLAYED'], r.status)) as rank,
                        (array_agg(r.failure order by r.received_at) filter (where r.failure is not null))[1] as failure,
                        max(r.free_entry_until) as free_entry_until
                    from receipt r where r.workspace_id = m.workspace_id
                        and r.business_number_id = m.business_number_id
                        and r.provider_message_id = m.provider_message_id) told
                where m.workspace_id = $1 and m.id = any($2) and m.direction = 'OUTGOING'),
            entered as (
                insert into free_entry_point (workspace_id, business_number_id, contact_id, expires_at)
                select $1, c.business_number_id, c.contact_id, max(heard.free_entry_until)
                from heard join chat c on c.workspace_id = $1 and c.id = heard.chat_id
                where heard.free_entry_until is not null
                group by c.business_number_id, c.contact_id order by c.business_number_id, c.contact_id
                on conflict (workspace_id, business_number_id, contact_id) do update set expires_at = excluded.expires_at
                where free_entry_point.expires_at < excluded.expires_at
                returning business_number_id, contact_id),
            moved as (
                update message m
                set status = (array['SENT', 'FAILED', 'DELIVERED', 'READ', 'PLAYED'])[heard.rank],
                    failure = case when heard.rank = 2 then heard.failure end
                from heard
                where m.workspace_id = $1 and m.id = any($2) and m.id = heard.id and heard.rank > case
                    when m.failure ->> 'code' = $3 then 0
                    else coalesce(array_position(array['SENT', 'FAILED', 'DELIVERED', 'READ', 'PLAYED'], m.status), 0) end
                returning m.id, m.chat_id, m.stored_at < now() as told_before, m.status = 'FAILED' as failed)
            select id, chat_id, told_before, failed from moved
            union all
            select null, c.id, true, false from entered join chat c on c.workspace_id = $1
                and c.business_number_id = entered.business_number_id and c.contact_id = entered.contact_id
                and c.status <> 'CLOSED'
            """;

    /// The failure of a message that may or may not have gone out.
    public static final String OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN";

    MessageStatuses() {}

    /// Within the writer's transaction, bring messages up to their receipts; return a change for each that moved. A
    /// message which this very transaction has stored is told with its status, so its first move is no change.
    /// The free entry point of a message's customer moves along, to the latest end that any receipt tells.
    public Uni<List<NewChange>> advance(SqlClient transaction, UUID workspaceId, Collection<UUID> messageIds) {
        return messageIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(workspaceId, messageIds.toArray(UUID[]::new)))
                        .chain(_ -> advanceLocked(transaction, workspaceId, messageIds));
    }

    /// The same for messages that the writer's transaction has locked already.
    public Uni<List<NewChange>> advanceLocked(SqlClient transaction, UUID workspaceId, Collection<UUID> messageIds) {
        if (messageIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(workspaceId, messageIds.toArray(UUID[]::new), OUTCOME_UNKNOWN))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> row.getBoolean("told_before"))
                        .map(MessageStatuses::change)
                        .toList());
    }

    private static NewChange change(Row row) {
        UUID message = row.getUUID("id");
        UUID chat = row.getUUID("chat_id");
        if (message == null) {
            return NewChange.chat(ChangeType.CHAT_UPDATED, chat);
        }
        return row.getBoolean("failed")
                ? ChatChanges.failed(chat, message)
                : NewChange.message(ChangeType.MESSAGE_STATUS, chat, message);
    }
}
