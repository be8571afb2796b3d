package dev.sharedinbox.chat.intake;

import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.intake.incoming.Conversation;
import dev.sharedinbox.chat.message.Direction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes numbered messages and what they make of their chats: a few statements for a batch of any size, sent without
/// waiting for each other.
@ApplicationScoped
class MessageRecords {

    private static final String MESSAGES = """
            insert into message (workspace_id, id, chat_id, seq, business_number_id, direction, type, text, content,
                sender_kind, sent_at, status, provider_message_id, reply_to_provider_id)
            select $1, m.id, m.chat_id, m.seq, m.business_number_id, m.direction, m.type, m.text, m.content,
                m.sender_kind, m.sent_at, case when m.direction = 'OUTGOING' then 'SENT' end, m.provider_message_id,
                m.reply_to_provider_id
            from unnest($2::uuid[], $3::uuid[], $4::int[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::jsonb[],
                    $10::text[], $11::timestamptz[], $12::text[], $13::text[])
                as m (id, chat_id, seq, business_number_id, direction, type, text, content, sender_kind, sent_at,
                    provider_message_id, reply_to_provider_id)
            """;
    private static final String CHATS = """
            with told as (
                select * from unnest($2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::timestamptz[],
                    $7::timestamptz[], $8::timestamptz[], $9::int[], $10::bool[])
                as told (id, last_seq, last_message_id, direction, last_activity_at, last_inbound_at, waiting_since,
                    unread, reopened)),
            written as (
                update chat set last_seq = told.last_seq,
                    last_message_id = coalesce(told.last_message_id, chat.last_message_id),
                    last_message_direction = coalesce(told.direction, chat.last_message_direction),
                    last_activity_at = told.last_activity_at,
                    last_inbound_at = greatest(told.last_inbound_at, chat.last_inbound_at),
                    waiting_since = told.waiting_since,
                    unread_count = chat.unread_count + told.unread,
                    status = case when told.reopened or chat.status = 'SNOOZED' and told.unread > 0 then 'OPEN'
                        else chat.status end,
                    closed_at = case when not told.reopened then chat.closed_at end
                from told where chat.workspace_id = $1 and chat.id = any($2) and chat.id = told.id
                returning chat.id, chat.last_activity_at)
            update chat_tag set last_activity_at = written.last_activity_at
            from written
            where chat_tag.workspace_id = $1 and chat_tag.chat_id = any($2) and chat_tag.chat_id = written.id
            """;

    private final SessionWindows sessions;

    MessageRecords(SessionWindows sessions) {
        this.sessions = sessions;
    }

    /// Store the messages with all they bring; return what changed in other chats.
    Uni<List<NewChange>> insert(SqlClient transaction, UUID workspaceId, List<NewMessage> messages) {
        var facts = new ArrayList<NewChange>();
        if (messages.isEmpty()) {
            return Uni.createFrom().item(facts);
        }
        var chats = messages.stream().map(NewMessage::chat).distinct().toList();
        return Uni.join()
                .all(
                        messages(transaction, workspaceId, messages),
                        FileRecords.insert(transaction, workspaceId, files(messages)),
                        chats(transaction, workspaceId, chats),
                        sessions.open(transaction, workspaceId, windows(messages))
                                .invoke(facts::addAll)
                                .replaceWithVoid(),
                        FirstTouches.keep(transaction, workspaceId, messages))
                .andFailFast()
                .replaceWith(facts);
    }

    private static Uni<Void> messages(SqlClient transaction, UUID workspaceId, List<NewMessage> messages) {
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(uuids(messages, NewMessage::id))
                .addArrayOfUUID(uuids(messages, message -> message.chat().id()))
                .addArrayOfInteger(messages.stream().map(NewMessage::seq).toArray(Integer[]::new))
                .addArrayOfUUID(uuids(messages, message -> message.message().businessNumberId()))
                .addArrayOfString(texts(
                        messages,
                        message -> message.message().origin().direction().name()))
                .addArrayOfString(
                        texts(messages, message -> message.message().type().name()))
                .addArrayOfString(texts(messages, message -> message.message().text()))
                .addArrayOfJsonObject(messages.stream()
                        .map(message -> message.message().content())
                        .toArray(JsonObject[]::new))
                .addArrayOfString(texts(
                        messages, message -> message.message().origin().sender().name()))
                .addArrayOfOffsetDateTime(
                        times(messages, message -> message.message().sentAt()))
                .addArrayOfString(texts(messages, message -> message.message().providerMessageId()))
                .addArrayOfString(texts(messages, message -> message.message().replyToProviderId()));
        return transaction.preparedQuery(MESSAGES).execute(values).replaceWithVoid();
    }

    private static Uni<Void> chats(SqlClient transaction, UUID workspaceId, List<LiveChat> chats) {
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(uuids(chats, LiveChat::id))
                .addArrayOfInteger(chats.stream().map(LiveChat::lastSeq).toArray(Integer[]::new))
                .addArrayOfUUID(chats.stream().map(LiveChat::lastMessageId).toArray(UUID[]::new))
                .addArrayOfString(texts(chats, chat -> name(chat.lastDirection())))
                .addArrayOfOffsetDateTime(times(chats, LiveChat::lastActivityAt))
                .addArrayOfOffsetDateTime(times(chats, LiveChat::lastInboundAt))
                .addArrayOfOffsetDateTime(times(chats, LiveChat::waitingSince))
                .addArrayOfInteger(chats.stream().map(LiveChat::unread).toArray(Integer[]::new))
                .addArrayOfBoolean(chats.stream()
                        .map(chat -> chat.beginning() == LiveChat.Beginning.REOPENED)
                        .toArray(Boolean[]::new));
        return transaction.preparedQuery(CHATS).execute(values).replaceWithVoid();
    }

    private static Map<Conversation, Instant> windows(List<NewMessage> messages) {
        var newest = new TreeMap<Conversation, Instant>();
        messages.stream()
                .filter(message -> message.message().origin().isCustomerWriting())
                .forEach(message -> newest.merge(
                        message.chat().conversation(), message.message().sentAt(), SessionWindows::later));
        return newest;
    }

    private static List<NewFile> files(List<NewMessage> messages) {
        return messages.stream()
                .flatMap(message -> Optional.ofNullable(message.message().file())
                        .map(file -> new NewFile(
                                message.id(), file, message.message().origin().isHistory()))
                        .stream())
                .toList();
    }

    private static @Nullable String name(@Nullable Direction direction) {
        return direction == null ? null : direction.name();
    }

    private static <T> UUID[] uuids(List<T> rows, Function<T, UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> OffsetDateTime[] times(List<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream()
                .map(column)
                .map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
