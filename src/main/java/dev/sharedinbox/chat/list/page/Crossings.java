package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.chat.list.field.AttributeFields;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.filter.condition.Border;
import dev.sharedinbox.platform.sql.Pools;
import dev.sharedinbox.platform.sql.Sql;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Finds the chats at which a border of a filter passed while time went on: all whose place in a list time alone may
/// have changed. Each border is a narrow range of an index.
@ApplicationScoped
public class Crossings {

    private final Pool pool;

    /// @param pool where chats are
    public Crossings(@ReactiveDataSource(Pools.SEARCHES) Pool pool) {
        this.pool = pool;
    }

    /// Return up to `limit` chats, whoever may see them, at which a border passed from one moment to another.
    public Uni<List<UUID>> between(UUID workspaceId, Collection<Border> borders, Instant from, Instant to, int limit) {
        var ranges = borders.stream()
                .map(border -> Range.of(border, from, to))
                .filter(range -> range.from().isBefore(range.to()))
                .distinct()
                .toList();
        if (ranges.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var sql = new Sql();
        var workspace = sql.bind(workspaceId);
        var size = sql.bind((long) limit);
        var text = ranges.stream()
                .map(range -> "(" + select(range, workspace, sql) + " limit " + size + ")")
                .collect(Collectors.joining(" union ", "select id from (", ") crossed limit " + size));
        return pool.preparedQuery(text)
                .execute(sql.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    private static String select(Range range, String workspace, Sql sql) {
        var between = " between " + bind(range.from(), sql) + " and " + bind(range.to(), sql);
        return switch (range.field()) {
            case ChatFields.LAST_ACTIVITY_AT -> ofChats(workspace, "c.last_activity_at" + between);
            case ChatFields.LAST_INBOUND_AT -> ofChats(workspace, "c.last_inbound_at" + between);
            case ChatFields.STARTED_AT -> ofChats(workspace, "c.started_at" + between);
            case ChatFields.CLOSED_AT -> ofChats(workspace, "c.closed_at" + between);
            case ChatFields.LAST_OUTBOUND_AT ->
                "select m.chat_id as id from message m where m.workspace_id = " + workspace
                        + "::uuid and m.direction = 'OUTGOING' and m.sent_at" + between
                        + " and not exists (select from message later where later.workspace_id = m.workspace_id"
                        + " and later.chat_id = m.chat_id and later.direction = 'OUTGOING'"
                        + " and (later.sent_at, later.seq) > (m.sent_at, m.seq) offset 0)";
            case ChatFields.WAITING_SINCE ->
                ofChats(workspace, "c.waiting_since is not null and c.waiting_since" + between);
            case ChatFields.SESSION_EXPIRES_AT ->
                "select c.id from session_window w join chat c on c.workspace_id = w.workspace_id"
                        + " and c.contact_id = w.contact_id and c.business_number_id = w.business_number_id"
                        + " where w.workspace_id = " + workspace + "::uuid and w.expires_at" + between;
            case String field
            when field.startsWith(AttributeFields.PREFIX) ->
                "select v.chat_id as id from chat_attribute_value v where v.workspace_id = " + workspace
                        + "::uuid and v.attribute_id = (select a.id from chat_attribute a where a.workspace_id = "
                        + workspace + "::uuid and a.deleted_at is null and a.key = "
                        + sql.bind(field.substring(AttributeFields.PREFIX.length()))
                        + "::text) and v.moment is not null and v.moment" + between;
            default -> throw new IllegalStateException("No index finds chats by a moving " + range.field());
        };
    }

    private static String ofChats(String workspace, String condition) {
        return "select c.id from chat c where c.workspace_id = " + workspace + "::uuid and " + condition;
    }

    private static String bind(Instant time, Sql sql) {
        return sql.bind(time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)) + "::timestamptz";
    }

    /// The values that a border passed. A day's border stays where it is but for midnight; clocks that are
    /// put back over midnight take it back with them.
    private record Range(String field, Instant from, Instant to) {

        static Range of(Border border, Instant from, Instant to) {
            var before = border.edge().at(from);
            var after = border.edge().at(to);
            return before.isAfter(after)
                    ? new Range(border.field(), after, before)
                    : new Range(border.field(), before, after);
        }
    }
}
