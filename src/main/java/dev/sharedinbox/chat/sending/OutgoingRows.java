package dev.sharedinbox.chat.sending;

import dev.sharedinbox.chat.LockedChat;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of outgoing messages, written while their chat is locked.
@ApplicationScoped
class OutgoingRows {

    private static final String BY_KEY = """
            select m.id, m.chat_id, m.text, quoted.id as quoted_id from message m
            left join message quoted on quoted.workspace_id = m.workspace_id and quoted.chat_id = m.chat_id
                and quoted.business_number_id = m.business_number_id
                and quoted.provider_message_id = m.reply_to_provider_id
            where m.workspace_id = $1 and m.client_message_id = $2
            """;
    private static final String QUOTABLE = """
            select provider_message_id from message
            where workspace_id = $1 and chat_id = $2 and id = $3 and provider_message_id is not null
            """;
    private static final String INSERT = """
            with stored as (
                insert into message (workspace_id, id, chat_id, seq, business_number_id, direction, type, text,
                    sender_kind, sender_user_id, sent_at, status, client_message_id, reply_to_provider_id)
                values ($1, $2, $3, $4, $5, 'OUTGOING', 'TEXT', $6, 'USER', $7, $8, 'QUEUED', $9, $10)
                on conflict (workspace_id, client_message_id) where client_message_id is not null do nothing
                returning id),
            moved as (
                update chat set last_seq = $4, last_message_id = $2, last_message_direction = 'OUTGOING',
                    last_activity_at = greatest(last_activity_at, $8), waiting_since = null
                from stored where chat.workspace_id = $1 and chat.id = $3
                returning chat.last_activity_at),
            tagged as (
                update chat_tag set last_activity_at = moved.last_activity_at
                from moved where chat_tag.workspace_id = $1 and chat_tag.chat_id = $3)
            select id from stored
            """;
    private static final String CHAT_OF = "select chat_id from message where workspace_id = $1 and id = $2";

    /// The earlier attempt's id at WhatsApp goes, so that statuses that belong to it no longer move the
    /// message.
    private static final String QUEUE_AGAIN = """
            update message set status = 'QUEUED', failure = null, provider_message_id = null
            where workspace_id = $1 and id = $2 and status = 'FAILED' and (failure ->> 'retryable')::boolean
            """;

    OutgoingRows() {}

    Uni<Optional<Earlier>> byClientMessageId(SqlClient transaction, UUID workspaceId, String clientMessageId) {
        return transaction
                .preparedQuery(BY_KEY)
                .execute(Tuple.of(workspaceId, clientMessageId))
                .map(rows -> first(rows)
                        .map(row -> new Earlier(
                                row.getUUID("id"),
                                row.getUUID("chat_id"),
                                row.getString("text"),
                                row.getUUID("quoted_id"))));
    }

    /// Find what WhatsApp calls the message to quote; empty when none is to be quoted.
    Uni<Optional<String>> quotable(SqlClient transaction, LockedChat chat, @Nullable UUID messageId) {
        return messageId == null
                ? Uni.createFrom().item(Optional.empty())
                : transaction
                        .preparedQuery(QUOTABLE)
                        .execute(Tuple.of(chat.workspaceId(), chat.id(), messageId))
                        .map(rows -> first(rows).map(row -> row.getString("provider_message_id")))
                        .invoke(OutgoingRows::requireTarget);
    }

    Uni<Void> insert(
            SqlClient transaction,
            LockedChat chat,
            UUID id,
            UUID sender,
            NewText message,
            Optional<String> quoted,
            Instant now) {
        var values = Tuple.tuple()
                .addUUID(chat.workspaceId())
                .addUUID(id)
                .addUUID(chat.id())
                .addInteger(chat.lastSeq() + 1)
                .addUUID(chat.businessNumberId())
                .addString(message.text())
                .addUUID(sender)
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addString(message.clientMessageId())
                .addString(quoted.orElse(null));
        return transaction
                .preparedQuery(INSERT)
                .execute(values)
                .invoke(OutgoingRows::requireStored)
                .replaceWithVoid();
    }

    Uni<Optional<UUID>> chatOf(SqlClient transaction, UUID workspaceId, UUID messageId) {
        return transaction
                .preparedQuery(CHAT_OF)
                .execute(Tuple.of(workspaceId, messageId))
                .map(rows -> first(rows).map(row -> row.getUUID("chat_id")));
    }

    Uni<Void> queueAgain(SqlClient transaction, UUID workspaceId, UUID messageId) {
        return transaction
                .preparedQuery(QUEUE_AGAIN)
                .execute(Tuple.of(workspaceId, messageId))
                .invoke(OutgoingRows::requireRetryable)
                .replaceWithVoid();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? Optional.of(row.next()) : Optional.empty();
    }

    private static void requireTarget(Optional<String> target) {
        if (target.isEmpty()) {
            throw new InboxException(
                    ErrorCode.REPLY_TARGET_INVALID,
                    "Only a message of this chat that WhatsApp knows can be quoted.",
                    "input",
                    "replyTo");
        }
    }

    private static void requireRetryable(RowSet<Row> updated) {
        if (updated.rowCount() == 0) {
            throw new InboxException(
                    ErrorCode.NOT_RETRYABLE, "Only a message whose failure is retryable can be sent again.");
        }
    }

    private static void requireStored(RowSet<Row> stored) {
        if (stored.size() == 0) {
            throw keyReused();
        }
    }

    private static InboxException keyReused() {
        return new InboxException(
                ErrorCode.CLIENT_MESSAGE_ID_REUSED,
                "This clientMessageId was used for another message.",
                "input",
                "clientMessageId");
    }

    /// A message that was sent with the same key before.
    record Earlier(
            UUID id, UUID chatId, String text, @Nullable UUID quoted) {

        /// Its id, if it is the message that somebody asks to send again.
        UUID sameAs(NewText message) {
            var same = chatId.equals(message.chatId())
                    && text.equals(message.text())
                    && Objects.equals(quoted, message.replyTo());
            if (!same) {
                throw keyReused();
            }
            return id;
        }
    }
}
