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

/// What everybody is to be told when a customer has changed: each of their chats shows it.
@ApplicationScoped
class ContactNews {

    private static final String CHATS = "select id from chat where workspace_id = $1 and contact_id = $2 order by id";

    ContactNews() {}

    Uni<List<NewChange>> of(SqlClient transaction, UUID workspaceId, UUID contactId) {
        return transaction
                .preparedQuery(CHATS)
                .execute(Tuple.of(workspaceId, contactId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> NewChange.chat(ChangeType.CHAT_UPDATED, row.getUUID("id")))
                        .toList());
    }
}
