package dev.sharedinbox.chat.history;

import dev.sharedinbox.chat.message.MessageRows;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.team.access.Viewer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/// One statement for any number of slices, of chats that the viewer may see. Messages are numbered without gaps, so a
/// slice is a range of numbers. A chat without messages there gives one row without a message.
///
/// @param text the SQL
/// @param values what its placeholders stand for
record HistoryStatement(String text, Tuple values) {

    private static final String FROM = """
            left join message pivot on pivot.workspace_id = c.workspace_id and pivot.chat_id = c.id
                and pivot.id = slice.around
            cross join lateral (select case
                when slice.around is not null
                    then greatest(1, least(pivot.seq - slice.size / 2, c.last_seq - slice.size + 1))
                when slice.backwards then least(coalesce(slice.beyond, c.last_seq + 1), c.last_seq + 1) - slice.size
                else coalesce(slice.beyond, 0) + 1 end as low) span
            left join message m on m.workspace_id = c.workspace_id and m.chat_id = c.id
                and m.seq >= span.low and m.seq < span.low + slice.size
                and (slice.around is null or pivot.id is not null)
            """;

    static HistoryStatement of(Viewer viewer, List<Slice> slices) {
        var sql = new Sql();
        var workspace = sql.bind(viewer.workspaceId());
        var text = "select slice.place::int as place, c.last_seq, pivot.seq as pivot_seq, " + MessageRows.COLUMNS
                + " from unnest("
                + sql.bind(slices.stream().map(Slice::chatId).toArray(UUID[]::new)) + "::uuid[], "
                + sql.bind(slices.stream().map(Slice::size).toArray(Integer[]::new)) + "::int[], "
                + sql.bind(slices.stream().map(Slice::backwards).toArray(Boolean[]::new)) + "::bool[], "
                + sql.bind(slices.stream().map(Slice::from).toArray(Integer[]::new)) + "::int[], "
                + sql.bind(slices.stream().map(Slice::around).toArray(UUID[]::new)) + "::uuid[])"
                + " with ordinality as slice (chat_id, size, backwards, beyond, around, place)"
                + " join chat c on c.workspace_id = " + workspace + " and c.id = slice.chat_id and "
                + viewer.scope().condition(sql, "c") + " " + FROM + MessageRows.JOINS
                + " order by slice.place, m.seq";
        return new HistoryStatement(text, sql.values());
    }
}
