package dev.sharedinbox.chat.intake;

import dev.sharedinbox.chat.intake.LiveChat.Beginning;
import dev.sharedinbox.chat.intake.incoming.Conversation;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Finds, reopens or opens the chats that a batch writes to, and locks them in id order. The customers' locks that the
/// batch already holds keep two batches from opening the same chat; the unique key `chat_live` guards it.
@ApplicationScoped
class BatchChats {

    private static final String FIND_LIVE = """
            select c.id, c.business_number_id, c.contact_id, c.last_seq, c.last_activity_at, c.waiting_since
            from chat c
            where c.workspace_id = $1 and c.status <> 'CLOSED' and c.id = any(array(
                select live.id from unnest($2::uuid[], $3::uuid[]) as wanted (business_number_id, contact_id)
                cross join lateral (
                    select id from chat where workspace_id = $1 and business_number_id = wanted.business_number_id
                        and contact_id = wanted.contact_id and status <> 'CLOSED' limit 1) live))
            order by c.id for update of c
            """;
    /// `offset 0` keeps PostgreSQL from walking all chats by their start, which it takes for short while a workspace
    /// fills.
    private static final String FIND_CLOSED = """
            select c.id, c.business_number_id, c.contact_id, c.last_seq, c.last_activity_at, c.waiting_since,
                inbox.after_close
            from unnest($2::uuid[], $3::uuid[]) as wanted (business_number_id, contact_id)
            join lateral (
                select id from (
                    select id, status, started_at from chat where workspace_id = $1 and contact_id = wanted.contact_id
                        and business_number_id = wanted.business_number_id offset 0) theirs
                where status = 'CLOSED' order by started_at desc, id desc limit 1) latest on true
            join lateral (
                select * from chat where workspace_id = $1 and id = latest.id and status = 'CLOSED' for update) c on true
            join inbox on inbox.workspace_id = $1 and inbox.id = c.inbox_id
            """;
    private static final String OPEN = """
            insert into chat (workspace_id, id, business_number_id, inbox_id, contact_id, status, last_activity_at,
                started_at, closed_at)
            select $1, opened.id, opened.business_number_id, number.inbox_id, opened.contact_id, opened.status,
                opened.at, opened.at, case when opened.status = 'CLOSED' then opened.at end
            from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[])
                as opened (id, business_number_id, contact_id, status, at)
            join business_number number on number.workspace_id = $1 and number.id = opened.business_number_id
            """;

    BatchChats() {}

    /// Return a locked chat for each conversation.
    Uni<Map<Conversation, LiveChat>> lock(
            SqlClient transaction, UUID workspaceId, Map<Conversation, List<Incoming.Message>> fresh) {
        var chats = new TreeMap<Conversation, LiveChat>();
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(chats);
        }
        return find(FIND_LIVE, transaction, workspaceId, fresh.keySet())
                .invoke(rows -> rows.forEach(row -> put(chats, row, Beginning.FOUND)))
                .chain(_ -> takeClosed(transaction, workspaceId, fresh, chats))
                .chain(_ -> open(transaction, workspaceId, fresh, chats))
                .replaceWith(chats);
    }

    /// A closed chat takes messages of former times and notices as it is, and new messages where its inbox reopens
    /// chats.
    private static Uni<Void> takeClosed(
            SqlClient transaction,
            UUID workspaceId,
            Map<Conversation, List<Incoming.Message>> fresh,
            Map<Conversation, LiveChat> chats) {
        var missing = missing(fresh, chats);
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return find(FIND_CLOSED, transaction, workspaceId, missing)
                .invoke(rows -> rows.forEach(row -> {
                    if (isQuiet(fresh.getOrDefault(conversation(row), List.of()))) {
                        put(chats, row, Beginning.FOUND);
                    } else if ("REOPEN".equals(row.getString("after_close"))) {
                        put(chats, row, Beginning.REOPENED);
                    }
                }))
                .replaceWithVoid();
    }

    private static Uni<Void> open(
            SqlClient transaction,
            UUID workspaceId,
            Map<Conversation, List<Incoming.Message>> fresh,
            Map<Conversation, LiveChat> chats) {
        var opened = missing(fresh, chats).stream()
                .map(conversation -> opened(conversation, fresh.getOrDefault(conversation, List.of())))
                .toList();
        if (opened.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        opened.forEach(chat -> chats.put(chat.conversation(), chat));
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.of(
                                workspaceId,
                                opened.stream().map(LiveChat::id).toArray(UUID[]::new),
                                numbers(opened.stream()
                                        .map(LiveChat::conversation)
                                        .toList()),
                                contacts(opened.stream()
                                        .map(LiveChat::conversation)
                                        .toList()))
                        .addArrayOfString(opened.stream()
                                .map(chat -> chat.beginning() == Beginning.IMPORTED ? "CLOSED" : "OPEN")
                                .toArray(String[]::new))
                        .addArrayOfOffsetDateTime(opened.stream()
                                .map(chat -> chat.lastActivityAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    private static LiveChat opened(Conversation conversation, List<Incoming.Message> messages) {
        return LiveChat.opened(
                conversation,
                isQuiet(messages) ? Beginning.IMPORTED : Beginning.OPENED,
                messages.getFirst().sentAt());
    }

    private static boolean isQuiet(List<Incoming.Message> messages) {
        return messages.stream().noneMatch(message -> message.origin().opensChat());
    }

    private static Uni<List<Row>> find(
            String statement, SqlClient transaction, UUID workspaceId, Collection<Conversation> conversations) {
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.of(workspaceId, numbers(conversations), contacts(conversations)))
                .map(rows -> rows.stream().toList());
    }

    private static List<Conversation> missing(
            Map<Conversation, List<Incoming.Message>> fresh, Map<Conversation, LiveChat> chats) {
        return fresh.keySet().stream()
                .filter(conversation -> !chats.containsKey(conversation))
                .sorted()
                .toList();
    }

    private static void put(Map<Conversation, LiveChat> chats, Row row, Beginning beginning) {
        var conversation = conversation(row);
        OffsetDateTime waitingSince = row.getOffsetDateTime("waiting_since");
        chats.put(
                conversation,
                LiveChat.found(
                        row.getUUID("id"),
                        conversation,
                        beginning,
                        row.getInteger("last_seq"),
                        row.getOffsetDateTime("last_activity_at").toInstant(),
                        waitingSince == null ? null : waitingSince.toInstant()));
    }

    private static Conversation conversation(Row row) {
        return new Conversation(row.getUUID("business_number_id"), row.getUUID("contact_id"));
    }

    private static UUID[] numbers(Collection<Conversation> conversations) {
        return conversations.stream().map(Conversation::businessNumberId).toArray(UUID[]::new);
    }

    private static UUID[] contacts(Collection<Conversation> conversations) {
        return conversations.stream().map(Conversation::contactId).toArray(UUID[]::new);
    }
}
