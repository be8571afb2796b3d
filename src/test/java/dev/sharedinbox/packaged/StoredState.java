package dev.sharedinbox.packaged;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/// What a workspace holds, one line for each message, chat and contact, without our own ids.
final class StoredState {

    private static final String MESSAGES = """
            select format('message %s %s %s %s edited=%s revoked=%s {%s} <%s>', m.provider_message_id, m.direction, m.type,
                coalesce(m.status, 'null'), (m.edited_at is not null)::text, (m.revoked_at is not null)::text,
                (select string_agg(substr(k.phone, 2) || '=' || r.emoji, ', ' order by k.phone) from (
                    select distinct on (actor) actor, emoji from reaction where reaction.workspace_id = m.workspace_id
                        and reaction.business_number_id = m.business_number_id
                        and reaction.target_provider_id = m.provider_message_id
                    order by actor, reacted_at desc) r
                    join contact k on k.workspace_id = m.workspace_id and k.id::text = r.actor where r.emoji is not null),
                coalesce(m.text, 'null'))
            from message m join plugin_path p on p.workspace_id = m.workspace_id
            where p.path = ? and m.provider_message_id like ?
            """;
    private static final String CHATS = """
            select format('chat %s %s messages=%s unread=%s active=%s customer=%s', n.provider_number_id, k.phone,
                (select count(*) from message m where m.workspace_id = c.workspace_id and m.chat_id = c.id
                    and c.last_seq = (select max(seq) from message l where l.workspace_id = c.workspace_id
                        and l.chat_id = c.id and l.id = c.last_message_id)),
                c.unread_count, extract(epoch from c.last_activity_at)::bigint,
                case when w.last_customer_message_at is not distinct from c.last_inbound_at
                    and w.expires_at is not distinct from c.last_inbound_at + interval '24 hours'
                    then coalesce(extract(epoch from c.last_inbound_at)::bigint, 0) end)
            from chat c
                join contact k on k.workspace_id = c.workspace_id and k.id = c.contact_id
                join business_number n on n.workspace_id = c.workspace_id and n.id = c.business_number_id
                join plugin_path p on p.workspace_id = c.workspace_id
                left join session_window w on w.workspace_id = c.workspace_id
                    and w.business_number_id = c.business_number_id and w.contact_id = c.contact_id
            where p.path = ? and exists (select from message m where m.workspace_id = c.workspace_id and m.chat_id = c.id
                and m.provider_message_id like ?)
            """;
    private static final String CONTACTS = """
            select 'contact ' || k.phone from contact k join plugin_path p on p.workspace_id = k.workspace_id
            where p.path = ? and substr(k.phone, 2)::bigint between ? and ?
            """;

    private StoredState() {}

    /// What the traffic left behind at a plugin, in the order of the alphabet.
    static List<String> of(Connection connection, String plugin, Traffic traffic, int customers) throws SQLException {
        var lines = new TreeSet<String>();
        collect(lines, connection, MESSAGES, plugin, "wamid." + traffic.name() + "-%");
        collect(lines, connection, CHATS, plugin, "wamid." + traffic.name() + "-%");
        collect(lines, connection, CONTACTS, plugin, traffic.phones(), traffic.phones() + customers);
        return List.copyOf(lines);
    }

    /// How many items the ledger keeps of all workspaces.
    static int unreadable(Connection connection) throws SQLException {
        var lines = new TreeSet<String>();
        collect(lines, connection, "select count(*) from webhook_item");
        return Integer.parseInt(lines.first());
    }

    private static void collect(TreeSet<String> lines, Connection connection, String sql, Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (!lines.add(rows.getString(1))) {
                        throw new AssertionError("Stored twice: " + rows.getString(1));
                    }
                }
            }
        }
    }
}
