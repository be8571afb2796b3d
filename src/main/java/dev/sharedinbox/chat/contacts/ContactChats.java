package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// The chats that show a customer, and so change with them.
@ApplicationScoped
public class ContactChats {

    private static final String CHATS = "select id from chat where workspace_id = $1 and contact_id = $2 order by id";

    ContactChats() {}

    /// A change for each of these chats, in the caller's transaction.
    public Uni<List<NewChange>> changed(SqlClient transaction, UUID workspaceId, UUID contactId) {
        return transaction
                .preparedQuery(CHATS)
                .execute(Tuple.of(workspaceId, contactId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> NewChange.chat(ChangeType.CHAT_UPDATED, row.getUUID("id")))
                        .toList());
    }
}
