package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Changes what users know about a customer, and tells everybody who looks at one of their chats.
@ApplicationScoped
class ContactService {

    private static final String UPDATE = """
            update contact set given_name = case when $3 then $4 else given_name end,
                attributes = coalesce($5::jsonb, attributes)
            where workspace_id = $1 and id = $2 and (
                $3 and given_name is distinct from $4 or attributes is distinct from coalesce($5::jsonb, attributes))
            """;

    private final Pool pool;
    private final ContactBook book;
    private final ContactChats chats;
    private final ChangeLog log;
    private final WakeUps wakeUps;

    ContactService(Pool pool, ContactBook book, ContactChats chats, ChangeLog log, WakeUps wakeUps) {
        this.pool = pool;
        this.book = book;
        this.chats = chats;
        this.log = log;
        this.wakeUps = wakeUps;
    }

    Uni<ContactView> update(Viewer viewer, String contactId, ContactUpdate update) {
        viewer.require(Permission.CHAT_EDIT);
        var id = Ids.parse(contactId).orElseThrow(ContactService::noContact);
        return pool.withTransaction(transaction -> lock(transaction, viewer, id)
                        .chain(today -> change(transaction, viewer.workspaceId(), today, update)))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()))
                .chain(() -> book.find(viewer, id))
                .map(found -> found.orElseThrow(ContactService::noContact));
    }

    /// Return the id that the customer has today.
    private static Uni<UUID> lock(SqlClient transaction, Viewer viewer, UUID id) {
        var sql = new Sql();
        var text = "select contact.id from contact where contact.workspace_id = " + sql.bind(viewer.workspaceId())
                + " and contact.id = " + VisibleContacts.idToday(viewer, sql, id) + " and "
                + VisibleContacts.condition(viewer, sql, "contact") + " for no key update";
        return transaction
                .preparedQuery(text)
                .execute(sql.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .findFirst()
                        .orElseThrow(ContactService::noContact));
    }

    private Uni<Void> change(SqlClient transaction, UUID workspaceId, UUID id, ContactUpdate update) {
        var values = Tuple.of(
                workspaceId,
                id,
                update.renames(),
                update.name(),
                update.attributes().orElse(null));
        return transaction
                .preparedQuery(UPDATE)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().voidItem() : tell(transaction, workspaceId, id));
    }

    private Uni<Void> tell(SqlClient transaction, UUID workspaceId, UUID contactId) {
        return chats.changed(transaction, workspaceId, contactId)
                .chain(changes -> log.append(transaction, workspaceId, changes));
    }

    private static InboxException noContact() {
        return InboxException.notFound("contact", "input", "contactId");
    }
}
