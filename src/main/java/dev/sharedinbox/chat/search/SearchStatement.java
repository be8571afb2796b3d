package dev.sharedinbox.chat.search;

import dev.sharedinbox.chat.message.MessageRows;
import dev.sharedinbox.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/// The statements of a search. Those that find hits find their places first, in chats that the viewer may see; what a
/// hit shows is joined only to the few that make the page. None looks at more rows than it was allowed to.
///
/// @param text the SQL
/// @param values what its placeholders stand for
record SearchStatement(String text, Tuple values) {

    /// The fence keeps the planner from starting at the chats.
    private static final String CHAT = " cross join lateral (select chat.* from chat where chat.workspace_id = $1"
            + " and chat.id = w.chat_id offset 0) c ";
    private static final String NEWEST_FIRST = " order by w.sent_at desc, w.message_id desc limit ";

    /// One hit more than the page holds, along the index of words.
    static SearchStatement byWords(WantedHits wanted) {
        var sql = workspace(wanted);
        return page(
                wanted,
                sql,
                "(select w.* from message_words w where w.words @@ "
                        + wanted.words().in(sql) + " offset 0) w" + CHAT + "where " + wanted.beyond(sql) + " and "
                        + wanted.allowed(sql));
    }

    /// The same through the newest messages, up to `span` of them.
    static SearchStatement throughNewest(WantedHits wanted, int span) {
        var sql = workspace(wanted);
        return page(
                wanted,
                sql,
                "(select w.* from message_words w where " + wanted.beyond(sql) + NEWEST_FIRST + sql.bind((long) span)
                        + ") w" + CHAT + "where w.words @@ " + wanted.words().in(sql) + " and "
                        + wanted.allowed(sql));
    }

    /// The same through all messages of some chats.
    static SearchStatement throughChats(WantedHits wanted, List<UUID> chats) {
        var sql = workspace(wanted);
        return page(
                wanted,
                sql,
                "unnest(" + sql.bind(chats.toArray(UUID[]::new)) + "::uuid[]) as own (chat_id)"
                        + " cross join lateral (select w.* from message_words w where w.chat_id = own.chat_id and "
                        + wanted.beyond(sql) + " offset 0) w" + CHAT + "where w.words @@ "
                        + wanted.words().in(sql) + " and " + wanted.allowed(sql));
    }

    /// The place of the last message that [#throughNewest] looks at; no row when it looks at all there are.
    static SearchStatement endOfSpan(WantedHits wanted, int span) {
        var sql = workspace(wanted);
        var text = "select w.sent_at as place_at, w.message_id as place_id from message_words w where "
                + wanted.beyond(sql) + NEWEST_FIRST + "1 offset " + sql.bind(span - 1L);
        return new SearchStatement(text, sql.values());
    }

    /// How many messages some chats have.
    static SearchStatement messagesOf(WantedHits wanted, List<UUID> chats) {
        var sql = workspace(wanted);
        var text = "select coalesce(sum(last_seq), 0)::bigint as messages from chat where workspace_id = $1"
                + " and id = any(" + sql.bind(chats.toArray(UUID[]::new)) + "::uuid[])";
        return new SearchStatement(text, sql.values());
    }

    /// How PostgreSQL would find the words, with its estimate of how many messages have them.
    static SearchStatement estimate(SearchWords words) {
        var sql = new Sql();
        var text = "explain (format json) select from message_words w where w.words @@ " + words.in(sql);
        return new SearchStatement(text, sql.values());
    }

    private static Sql workspace(WantedHits wanted) {
        return Sql.of(wanted.viewer().workspaceId());
    }

    /// Words are kept a moment after messages change: `holds` tells whether a message still says what was looked for.
    private static SearchStatement page(WantedHits wanted, Sql sql, String hits) {
        var configuration = wanted.words().configuration(sql);
        var query = wanted.words().in(sql);
        var text = "with met as materialized (select w.sent_at as place_at, w.message_id as place_id from " + hits
                + NEWEST_FIRST + sql.bind(wanted.size() + 1L) + ")"
                + " select met.place_at, met.place_id, normalize(spoken.said, nfc) as said,"
                + " to_tsvector(" + configuration + ", search_plain(spoken.said)) @@ " + query + " as holds,"
                + " ts_headline(" + configuration + ", search_plain(spoken.said), " + query
                + ", E'HighlightAll=true, StartSel=\\x02, StopSel=\\x03') as marked, " + MessageRows.COLUMNS
                + " from met join message m on m.workspace_id = $1 and m.id = met.place_id"
                + " cross join lateral (select message_says(m) as said offset 0) spoken " + MessageRows.JOINS
                + " order by met.place_at desc, met.place_id desc";
        return new SearchStatement(text, sql.values());
    }
}
