package dev.sharedinbox.chat.sending;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.ChatChanges;
import dev.sharedinbox.chat.MessageStatuses;
import dev.sharedinbox.delivery.Failure;
import dev.sharedinbox.delivery.Settlement;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Writes down on the message how its delivery ended. An accepted message learns its id at WhatsApp, and with
/// it any receipts that came before the answer; without receipts it stays queued, because accepted is not sent.
@ApplicationScoped
class MessageSettlement implements Settlement {

    private static final String ACCEPT = """
            update message set provider_message_id = coalesce(provider_message_id, $3),
                status = case status when 'QUEUED' then 'SENT' else status end
            where workspace_id = $1 and id = $2 returning id, chat_id
            """;
    private static final String FAIL = """
            update message set status = 'FAILED', failure = $3
            where workspace_id = $1 and id = $2 and status = 'QUEUED' returning id, chat_id
            """;

    private final MessageStatuses statuses;

    MessageSettlement(MessageStatuses statuses) {
        this.statuses = statuses;
    }

    @Override
    public Uni<List<NewChange>> accepted(
            SqlClient transaction, UUID workspaceId, UUID messageId, String providerMessageId) {
        return transaction
                .preparedQuery(ACCEPT)
                .execute(Tuple.of(workspaceId, messageId, providerMessageId))
                .map(rows -> changes(rows, MessageSettlement::moved))
                .chain(accepted -> statuses.advance(transaction, workspaceId, List.of(messageId))
                        .map(told ->
                                Stream.concat(accepted.stream(), told.stream()).toList()));
    }

    @Override
    public Uni<List<NewChange>> failed(SqlClient transaction, UUID workspaceId, UUID messageId, Failure failure) {
        return transaction
                .preparedQuery(FAIL)
                .execute(Tuple.of(workspaceId, messageId, failure.json()))
                .map(rows -> changes(rows, ChatChanges::failed));
    }

    private static NewChange moved(UUID chatId, UUID messageId) {
        return NewChange.message(ChangeType.MESSAGE_STATUS, chatId, messageId);
    }

    private static List<NewChange> changes(RowSet<Row> rows, BiFunction<UUID, UUID, NewChange> change) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> change.apply(row.getUUID("chat_id"), row.getUUID("id")))
                .toList();
    }
}
