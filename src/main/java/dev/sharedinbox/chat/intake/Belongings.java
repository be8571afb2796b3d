package dev.sharedinbox.chat.intake;

import dev.sharedinbox.contact.Merge;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/// What a contact has beside its chats, following to the one it was merged into: session windows, free entry points,
/// blocks and reactions.
final class Belongings {

    private static final String MOVE_WINDOWS = """
            with former as (
                delete from session_window where workspace_id = $1 and contact_id = $2 returning *)
            insert into session_window (workspace_id, business_number_id, contact_id, last_customer_message_at, expires_at,
                look_at, closing_told_for)
            select workspace_id, business_number_id, $3::uuid, last_customer_message_at, expires_at, look_at,
                closing_told_for from former
            on conflict (workspace_id, business_number_id, contact_id) do update
            set last_customer_message_at = excluded.last_customer_message_at, expires_at = excluded.expires_at,
                look_at = coalesce(session_window.look_at, excluded.look_at),
                closing_told_for = excluded.closing_told_for
            where session_window.last_customer_message_at < excluded.last_customer_message_at
            """;
    private static final String MOVE_FREE_ENTRIES = """
            with former as (
                delete from free_entry_point where workspace_id = $1 and contact_id = $2 returning *)
            insert into free_entry_point (workspace_id, business_number_id, contact_id, expires_at)
            select workspace_id, business_number_id, $3::uuid, expires_at from former
            on conflict (workspace_id, business_number_id, contact_id) do update set expires_at = excluded.expires_at
            where free_entry_point.expires_at < excluded.expires_at
            """;
    /// Who is blocked under one of their ids is blocked; what a call is just changing stays its caller's.
    private static final String MOVE_BLOCKS = """
            with former as (
                delete from contact_block where workspace_id = $1 and contact_id = $2 returning *)
            insert into contact_block (workspace_id, contact_id, business_number_id, blocked, confirmed, blocked_at,
                blocked_by, claimed_by, claimed_until)
            select workspace_id, $3::uuid, business_number_id, blocked, confirmed, blocked_at, blocked_by, claimed_by,
                claimed_until from former
            on conflict (workspace_id, contact_id, business_number_id) do update
            set blocked = contact_block.blocked or excluded.blocked,
                confirmed = contact_block.confirmed and excluded.confirmed,
                blocked_at = coalesce(contact_block.blocked_at, excluded.blocked_at),
                blocked_by = coalesce(contact_block.blocked_by, excluded.blocked_by),
                claimed_by = coalesce(contact_block.claimed_by, excluded.claimed_by),
                claimed_until = case when contact_block.claimed_by is null then excluded.claimed_until
                    else contact_block.claimed_until end
            """;
    private static final String MOVE_REACTIONS = """
            update reaction set actor = $3::text
            from message m join chat on chat.workspace_id = $1 and chat.id = m.chat_id and chat.contact_id = ($3::text)::uuid
            where m.workspace_id = $1 and reaction.workspace_id = $1 and reaction.actor = $2::text
                and reaction.business_number_id = m.business_number_id
                and reaction.target_provider_id = m.provider_message_id
            """;

    private Belongings() {}

    static Uni<Void> move(SqlClient transaction, UUID workspaceId, Merge merge) {
        var values = Tuple.of(workspaceId, merge.from(), merge.into());
        var words = Tuple.of(workspaceId, merge.from().toString(), merge.into().toString());
        return transaction
                .preparedQuery(MOVE_WINDOWS)
                .execute(values)
                .chain(_ -> transaction.preparedQuery(MOVE_FREE_ENTRIES).execute(values))
                .chain(_ -> transaction.preparedQuery(MOVE_BLOCKS).execute(values))
                .chain(_ -> transaction.preparedQuery(MOVE_REACTIONS).execute(words))
                .replaceWithVoid();
    }
}
