package dev.sharedinbox.chat.intake;

import dev.sharedinbox.chat.intake.incoming.CallEvent;
import dev.sharedinbox.chat.intake.incoming.Conversation;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.ProviderId;
import dev.sharedinbox.chat.message.Direction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The rows of calls: their events, and their entries in the chats.
final class CallRecords {

    private static final String KEEP = """
            insert into call_event (workspace_id, business_number_id, provider_call_id, word, occurred_at, talking_since,
                seconds)
            select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::int[])
            on conflict do nothing
            """;
    /// The chats before their entries, as everybody locks them.
    private static final String LOCK = """
            select m.id, m.chat_id, c.contact_id, m.business_number_id, m.provider_message_id, m.direction, m.content,
                m.sent_at, m.stored_at < now() as told_before
            from (select distinct * from unnest($2::uuid[], $3::text[]))
                as named (business_number_id, provider_message_id)
            join message m on m.workspace_id = $1 and m.business_number_id = named.business_number_id
                and m.provider_message_id = named.provider_message_id and m.type = 'CALL'
            join chat c on c.workspace_id = $1 and c.id = m.chat_id
            order by c.id, m.id for update of c, m
            """;
    private static final String EVENTS = """
            select e.* from (select distinct * from unnest($2::uuid[], $3::text[]))
                as named (business_number_id, provider_call_id)
            join call_event e on e.workspace_id = $1 and e.business_number_id = named.business_number_id
                and e.provider_call_id = named.provider_call_id
            order by e.occurred_at, e.word
            """;
    private static final String UPDATE = """
            update message m set content = told.content, sent_at = told.sent_at
            from unnest($2::uuid[], $3::jsonb[], $4::timestamptz[]) as told (id, content, sent_at)
            where m.workspace_id = $1 and m.id = told.id
            """;
    private static final String AWAIT = """
            update chat set unread_count = chat.unread_count + missed.calls,
                waiting_since = coalesce(chat.waiting_since, missed.since),
                status = case when chat.status = 'SNOOZED' then 'OPEN' else chat.status end
            from (select chat_id, count(*)::int as calls, min(since) as since
                from unnest($2::uuid[], $3::timestamptz[]) as missed (chat_id, since) group by chat_id) missed
            where chat.workspace_id = $1 and chat.id = missed.chat_id
            """;

    private CallRecords() {}

    static Uni<Void> keep(SqlClient transaction, UUID workspaceId, List<Incoming.Call> calls) {
        var values = named(workspaceId, calls)
                .addArrayOfString(
                        calls.stream().map(call -> call.event().word()).toArray(String[]::new))
                .addArrayOfOffsetDateTime(times(calls, call -> call.event().occurredAt()))
                .addArrayOfOffsetDateTime(times(calls, call -> call.event().talkingSince()))
                .addArrayOfInteger(
                        calls.stream().map(call -> call.event().seconds()).toArray(Integer[]::new));
        return transaction.preparedQuery(KEEP).execute(values).replaceWithVoid();
    }

    /// Lock the entries of the calls, and read what the events say of them.
    static Uni<List<CallEntry>> lock(SqlClient transaction, UUID workspaceId, List<Incoming.Call> calls) {
        return transaction
                .preparedQuery(LOCK)
                .execute(named(workspaceId, calls))
                .chain(entries -> transaction
                        .preparedQuery(EVENTS)
                        .execute(named(workspaceId, calls))
                        .map(CallRecords::byCall)
                        .map(events ->
                                stream(entries).map(row -> entry(row, events)).toList()));
    }

    static Uni<Void> update(SqlClient transaction, UUID workspaceId, List<CallEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(entries.stream().map(CallEntry::id).toArray(UUID[]::new))
                .addArrayOfJsonObject(
                        entries.stream().map(entry -> entry.story().content()).toArray(JsonObject[]::new))
                .addArrayOfOffsetDateTime(times(entries, entry -> entry.story().beganAt()));
        return transaction.preparedQuery(UPDATE).execute(values).replaceWithVoid();
    }

    /// Make the missed calls unread, and their customers wait.
    static Uni<Void> await(SqlClient transaction, UUID workspaceId, List<CallEntry> missed) {
        if (missed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(missed.stream().map(CallEntry::chatId).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(times(missed, entry -> entry.story().beganAt()));
        return transaction.preparedQuery(AWAIT).execute(values).replaceWithVoid();
    }

    private static Tuple named(UUID workspaceId, List<Incoming.Call> calls) {
        var ids = calls.stream().map(ProviderId::of).toList();
        return Tuple.of(workspaceId, ProviderId.numbers(ids), ProviderId.values(ids));
    }

    private static Map<ProviderId, List<CallEvent>> byCall(RowSet<Row> rows) {
        return stream(rows)
                .collect(Collectors.groupingBy(
                        row -> new ProviderId(row.getUUID("business_number_id"), row.getString("provider_call_id")),
                        LinkedHashMap::new,
                        Collectors.mapping(CallRecords::event, Collectors.toList())));
    }

    private static CallEvent event(Row row) {
        OffsetDateTime talkingSince = row.getOffsetDateTime("talking_since");
        return new CallEvent(
                row.getString("word"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                talkingSince == null ? null : talkingSince.toInstant(),
                row.getInteger("seconds"));
    }

    private static CallEntry entry(Row row, Map<ProviderId, List<CallEvent>> events) {
        var number = row.getUUID("business_number_id");
        var call = new ProviderId(number, row.getString("provider_message_id"));
        return new CallEntry(
                row.getUUID("id"),
                row.getUUID("chat_id"),
                new Conversation(number, row.getUUID("contact_id")),
                row.getJsonObject("content"),
                row.getOffsetDateTime("sent_at").toInstant(),
                row.getBoolean("told_before"),
                new CallStory(Direction.valueOf(row.getString("direction")), events.getOrDefault(call, List.of())));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static <T> OffsetDateTime[] times(List<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream()
                .map(column)
                .map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
