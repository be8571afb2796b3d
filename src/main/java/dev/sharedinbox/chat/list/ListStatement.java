package dev.sharedinbox.chat.list;

import dev.sharedinbox.filter.Condition;
import dev.sharedinbox.platform.PageRequest;
import dev.sharedinbox.platform.Sql;
import dev.sharedinbox.team.Viewer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/// A statement that finds chats which a viewer may see and a filter lets pass. It is planned for its values each time,
/// so
/// it is kept small: what a row shows is read by id, see [dev.sharedinbox.chat.ChatReader#chats].
///
/// @param text the SQL
/// @param values what its placeholders stand for
record ListStatement(String text, Tuple values) {

    /// The places of one page and one chat more, newest activity first, each with the head of the change log as it was
    /// at the same moment; one row without a chat when there are none.
    static ListStatement page(
            Viewer viewer, Condition<ChatFacts> filter, Instant now, PageRequest page, Optional<ListPlace> from) {
        var sql = new Sql();
        var ids = new Scan(sql, viewer, filter, now).inOrder(page.backwards(), from, page.size() + 1);
        var text = "with page as materialized (" + ids + ")"
                + " select head.life as log_life, head.position as log_position, page.activity, page.id"
                + " from change_head head left join page on true"
                + " where head.workspace_id = $1 order by page.activity desc, page.id desc";
        return new ListStatement(text, sql.values());
    }

    /// The ids of up to `limit` of them, in no order.
    static ListStatement ids(Viewer viewer, Condition<ChatFacts> filter, Instant now, int limit) {
        var sql = new Sql();
        var ids = new Scan(sql, viewer, filter, now).inAnyOrder(limit);
        return new ListStatement("select id from (" + ids + ") picked", sql.values());
    }

    /// How many there are, but at most `limit`.
    static ListStatement count(Viewer viewer, Condition<ChatFacts> filter, Instant now, int limit) {
        var sql = new Sql();
        var ids = new Scan(sql, viewer, filter, now).inAnyOrder(limit);
        return new ListStatement("select count(*) as found from (" + ids + ") counted", sql.values());
    }
}
