package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.platform.sql.Sql;
import java.util.Optional;
import java.util.UUID;

/// One way through the chats, along one index or through a small set.
///
/// @param from the tables that are walked
/// @param alias the one of them whose rows are the steps
/// @param where what they are entered with
/// @param chat how a step leads to a chat named `c`; nothing when it is one
/// @param moment when, as the order of the way has it
/// @param id the chat's id, which comes second in that order
/// @param isTied whether the index has the order of the moments only; chats of the same moment then come in
///     any order
/// @param tag that all of its chats have; empty when there is none or it is not known yet which
public record Branch(
        String from,
        String alias,
        String where,
        String chat,
        String moment,
        String id,
        boolean isTied,
        Optional<UUID> tag) {

    private Branch(String from, String alias, String where, String chat, String moment, String id, boolean isTied) {
        this(from, alias, where, chat, moment, id, isTied, Optional.empty());
    }

    /// Along an index of the chats themselves.
    static Branch ofChats(String where) {
        return new Branch("chat c", "c", where, "", "c.last_activity_at", "c.id", false);
    }

    static Branch ofTag(UUID tag, Sql sql) {
        return ofTag(sql.bind(tag) + "::uuid", Optional.of(tag));
    }

    /// Along the chats of one tag. The fence keeps the planner from starting at the chats, of which a rare
    /// or old tag has hardly any.
    ///
    /// @param expression the tag's id
    static Branch ofTag(String expression, Optional<UUID> tag) {
        return new Branch(
                "chat_tag t",
                "t",
                "t.workspace_id = $1 and t.tag_id = " + expression,
                " cross join lateral (select chat.* from chat"
                        + " where chat.workspace_id = t.workspace_id and chat.id = t.chat_id offset 0) c",
                "t.last_activity_at",
                "t.chat_id",
                false,
                tag);
    }

    /// Along the session windows that end after a moment. Each leads to the one chat that is not closed, if
    /// any.
    static Branch ofWindows(String now) {
        return new Branch(
                "session_window w",
                "w",
                "w.workspace_id = $1 and w.expires_at > " + now,
                " left join lateral (select chat.* from chat where chat.workspace_id = w.workspace_id"
                        + " and chat.business_number_id = w.business_number_id and chat.contact_id = w.contact_id"
                        + " and chat.status <> 'CLOSED' offset 0) c on true",
                "w.expires_at",
                "c.id",
                true);
    }

    /// All chats, closed ones included, of the customers and numbers whose session windows fulfil something; in no
    /// order.
    static Branch ofAllWithin(String window) {
        return new Branch(
                "session_window w cross join lateral (select chat.* from chat where chat.workspace_id = w.workspace_id"
                        + " and chat.contact_id = w.contact_id and chat.business_number_id = w.business_number_id"
                        + " offset 0) c",
                "w",
                window,
                "",
                "w.expires_at",
                "c.id",
                true);
    }

    /// Through all chats of a table of ids, in no order.
    static Branch ofTable(String table, String id, String match, Segment segment) {
        return new Branch(
                table + " cross join lateral (select chat.* from chat where chat.workspace_id = $1 and chat." + match
                        + " = " + table + "." + id + " offset 0) c",
                "c",
                "true",
                "",
                segment.moment(),
                "c.id",
                false);
    }

    /// Whether its steps lead to the chat, so that it can be walked and not only give ids.
    boolean leadsToChats() {
        return alias.equals("c") || !chat.isEmpty();
    }

    /// The moment of a step that was taken.
    String stepMoment() {
        return alias + ".moment";
    }

    /// The ids alone.
    public String ids() {
        return "select " + id + " as id from " + from + " where " + alias + ".workspace_id = $1 and " + where;
    }

    /// All tables that lead to the chat.
    String tables() {
        return from + chat;
    }

    /// The same branch in the order of another moment of the chat.
    public Branch by(String other) {
        return new Branch(from, alias, where, chat, other, id, isTied, tag);
    }

    /// The same branch, taken only when something holds.
    public Branch when(String condition) {
        return new Branch(from, alias, where + " and " + condition, chat, moment, id, isTied, tag);
    }

    static String equal(String column, UUID id, Sql sql) {
        return column + " = " + sql.bind(id) + "::uuid";
    }
}
