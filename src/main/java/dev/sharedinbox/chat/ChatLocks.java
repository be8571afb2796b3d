package dev.sharedinbox.chat;

import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.sql.Times;
import dev.sharedinbox.team.access.ChatPlace;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Locks the chat that a deed is about. Every writer locks in the same order: chat, messages, deliveries, and
/// the head of the change log last.
@ApplicationScoped
public class ChatLocks {

    private static final String LOCK = """
            select c.id, c.inbox_id, c.assignee_id, c.team_id, c.business_number_id, c.status, c.last_seq, s.expires_at,
                exists (select from contact_block b where b.workspace_id = c.workspace_id and b.contact_id = c.contact_id
                    and b.business_number_id = c.business_number_id and b.blocked) as contact_blocked
            from chat c left join session_window s on s.workspace_id = c.workspace_id
                and s.business_number_id = c.business_number_id and s.contact_id = c.contact_id
            where c.workspace_id = $1 and c.id = $2
            for update of c
            """;

    ChatLocks() {}

    /// Lock a chat for the rest of the transaction; `NOT_FOUND` when there is none that the viewer may see.
    public Uni<LockedChat> lock(SqlClient transaction, Viewer viewer, UUID chatId) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(viewer.workspaceId(), chatId))
                .map(rows -> {
                    var row = rows.iterator();
                    if (!row.hasNext()) {
                        throw InboxException.notFound("chat", "input", "chatId");
                    }
                    return visible(chat(row.next(), viewer.workspaceId()), viewer);
                });
    }

    private static LockedChat visible(LockedChat chat, Viewer viewer) {
        if (!viewer.scope().allows(chat.place())) {
            throw InboxException.notFound("chat", "input", "chatId");
        }
        return chat;
    }

    private static LockedChat chat(Row row, UUID workspaceId) {
        return new LockedChat(
                workspaceId,
                row.getUUID("id"),
                new ChatPlace(row.getUUID("inbox_id"), row.getUUID("assignee_id"), row.getUUID("team_id")),
                row.getUUID("business_number_id"),
                ChatStatus.valueOf(row.getString("status")),
                row.getInteger("last_seq"),
                Times.orNull(row, "expires_at"),
                row.getBoolean("contact_blocked"));
    }
}
