package dev.sharedinbox.chat.list;

import dev.sharedinbox.platform.Sql;
import java.util.UUID;

/// One way through the chats in the order of their activity, along one index.
///
/// @param from the tables, one of them a chat named `c`
/// @param where what the index is entered with
/// @param activity the column of the activity that the index is ordered by
/// @param id the column of the chat's id that comes second in that order
record Branch(String from, String where, String activity, String id) {

    /// Along an index of the chats themselves.
    static Branch ofChats(String where) {
        return new Branch("chat c", where, "c.last_activity_at", "c.id");
    }

    /// Along the chats of one tag. The fence keeps the planner from starting at the chats, of which a rare or old tag
    /// has hardly any.
    static Branch ofTag(String tag) {
        return new Branch(
                "chat_tag t cross join lateral (select chat.* from chat"
                        + " where chat.workspace_id = t.workspace_id and chat.id = t.chat_id offset 0) c",
                "t.workspace_id = $1 and t.tag_id = " + tag,
                "t.last_activity_at",
                "t.chat_id");
    }

    Branch from(String tables) {
        return new Branch(tables, where, activity, id);
    }

    /// The same branch, taken only when something holds.
    Branch when(String condition) {
        return new Branch(from, where + " and " + condition, activity, id);
    }

    static String equal(String column, UUID id, Sql sql) {
        return column + " = " + sql.bind(id) + "::uuid";
    }
}
