package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.chat.ChatRows;
import dev.sharedinbox.chat.list.way.ListPlace;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.team.access.Viewer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One statement for any number of timelines: of each one chat more than it wants, and one row without a
/// chat when there are none. It finds the ids first and joins what a row shows to those of the page only.
///
/// @param text the SQL
/// @param values what its placeholders stand for
record TimelineStatement(String text, Tuple values) {

    static TimelineStatement of(Viewer viewer, List<Timeline> timelines) {
        var sql = new Sql();
        var workspace = sql.bind(viewer.workspaceId());
        var wanted = "select place::int as place, found.id from unnest("
                + sql.bind(timelines.stream().map(Timeline::contactId).toArray(UUID[]::new)) + "::uuid[], "
                + sql.bind(
                        timelines.stream().map(timeline -> timeline.size() + 1).toArray(Integer[]::new))
                + "::int[], "
                + sql.bind(timelines.stream()
                        .map(timeline -> of(timeline, place -> place.moment().atOffset(ZoneOffset.UTC)))
                        .toArray(OffsetDateTime[]::new))
                + "::timestamptz[], "
                + sql.bind(timelines.stream()
                        .map(timeline -> of(timeline, ListPlace::chatId))
                        .toArray(UUID[]::new))
                + "::uuid[]) with ordinality as wanted (contact_id, size, activity, chat_id, place)"
                + " left join lateral (select chat.id from chat where chat.workspace_id = " + workspace + "::uuid"
                + " and chat.contact_id = wanted.contact_id and "
                + viewer.scope().condition(sql, "chat")
                + " and (wanted.chat_id is null"
                + " or (chat.last_activity_at, chat.id) < (wanted.activity, wanted.chat_id))"
                + " order by chat.last_activity_at desc, chat.id desc limit wanted.size) found on true";
        var text = "with page as materialized (" + wanted + ")"
                + " select page.place, head.life as log_life, head.position as log_position, " + ChatRows.COLUMNS
                + " from change_head head cross join page left join (chat c " + ChatRows.JOINS
                + ") on c.workspace_id = head.workspace_id and c.id = page.id"
                + " where head.workspace_id = " + workspace
                + "::uuid order by page.place, c.last_activity_at desc, c.id desc";
        return new TimelineStatement(text, sql.values());
    }

    private static <T> @Nullable T of(Timeline timeline, Function<ListPlace, T> part) {
        var after = timeline.after();
        return after == null ? null : part.apply(after);
    }
}
