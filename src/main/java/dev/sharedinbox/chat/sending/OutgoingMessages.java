package dev.sharedinbox.chat.sending;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what a carrier needs to know of a message. The content is read at the time of the call, never copied
/// into the queue.
@ApplicationScoped
public class OutgoingMessages {

    private static final String READ = """
            select m.id, m.text, m.reply_to_provider_id, contact.phone,
                (select value from contact_identity i where i.workspace_id = contact.workspace_id
                    and i.contact_id = contact.id and i.kind = 'WA_ID' order by i.used_at desc, i.created_at desc limit 1) as wa_id,
                (select value from contact_identity i where i.workspace_id = contact.workspace_id
                    and i.contact_id = contact.id and i.kind = 'BSUID' order by i.created_at desc limit 1) as bsuid
            from message m
            join chat c on c.workspace_id = m.workspace_id and c.id = m.chat_id
            join contact on contact.workspace_id = c.workspace_id and contact.id = c.contact_id
            where m.workspace_id = $1 and m.id = $2
            """;

    private final Pool pool;

    OutgoingMessages(Pool pool) {
        this.pool = pool;
    }

    public Uni<OutgoingText> read(UUID workspaceId, UUID messageId) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(workspaceId, messageId))
                .map(rows -> text(rows.iterator().next()));
    }

    private static OutgoingText text(Row row) {
        return new OutgoingText(
                row.getUUID("id"),
                phone(row),
                row.getString("bsuid"),
                row.getString("text"),
                row.getString("reply_to_provider_id"));
    }

    /// The id that WhatsApp gave the customer is safer than the phone as shown: in some countries the two
    /// differ.
    private static @Nullable String phone(Row row) {
        String waId = row.getString("wa_id");
        return waId == null ? row.getString("phone") : "+" + waId;
    }
}
