package dev.sharedinbox.chat.list;

import dev.sharedinbox.contact.ContactSearch;
import dev.sharedinbox.platform.Sql;
import java.util.List;
import java.util.UUID;

/// Whose chats a search leaves. Which form a search takes decides how the list is read: the chats of a few
/// customers are looked up, those of many are met soon enough on the way through the list.
sealed interface Searched {

    /// Nothing is searched for.
    record Everybody() implements Searched {}

    /// All customers that the search finds.
    record Few(List<UUID> contactIds) implements Searched {}

    /// The search finds more customers than can be listed.
    record Many(ContactSearch search) implements Searched {}

    /// The condition over the chat of this name.
    default String condition(Sql sql, String chat) {
        return switch (this) {
            case Everybody _ -> "true";
            case Few(var contactIds) ->
                chat + ".contact_id = any(" + sql.bind(contactIds.toArray(UUID[]::new)) + "::uuid[])";
            case Many(var search) ->
                "exists (select from contact where contact.workspace_id = " + chat + ".workspace_id"
                        + " and contact.id = " + chat + ".contact_id and " + search.condition(sql, "contact")
                        + " offset 0)";
        };
    }
}
