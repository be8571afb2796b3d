package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.ChatAccess;
import dev.sharedinbox.team.access.Viewer;
import java.util.UUID;

/// Whom a viewer may see: everybody, if they may see all chats of all inboxes; else those they may see a chat
/// of. A contact that proved to be another one is not somebody any more.
final class VisibleContacts {

    private VisibleContacts() {}

    /// The condition over a contact of this name.
    static String condition(Viewer viewer, Sql sql, String contact) {
        return seesEverything(viewer.scope())
                ? isSomebody(contact)
                : isSomebody(contact) + " and exists (select from chat seen where seen.workspace_id = " + contact
                        + ".workspace_id"
                        + " and seen.contact_id = " + contact + ".id and "
                        + viewer.scope().condition(sql, "seen") + ")";
    }

    /// Whether a contact of this name did not prove to be another one.
    static String isSomebody(String contact) {
        return contact + ".merged_into is null";
    }

    /// The id that a customer has today, when somebody names them by one they had before a merge.
    static String idToday(Viewer viewer, Sql sql, UUID id) {
        return "(select coalesce(named.merged_into, named.id) from contact named where named.workspace_id = "
                + sql.bind(viewer.workspaceId()) + " and named.id = " + sql.bind(id) + ")";
    }

    static boolean seesEverything(AccessScope scope) {
        return scope.access() == ChatAccess.ALL && scope.inboxes().isEmpty();
    }
}
