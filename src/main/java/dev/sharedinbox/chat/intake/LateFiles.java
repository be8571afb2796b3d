package dev.sharedinbox.chat.intake;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.ProviderId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Completes messages of former times: the history brings a placeholder first and the file later under the same id. The
/// stored direction and place stay.
@ApplicationScoped
class LateFiles {

    private static final String COMPLETE = """
            update message m set type = told.type,
                text = case when m.original is null then told.text else m.text end,
                content = case when m.revoked_at is null then told.content else m.content end,
                original = case when m.original is not null
                    then jsonb_build_object('text', told.text, 'content', told.content) end
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::jsonb[])
                as told (business_number_id, provider_message_id, type, text, content)
            where m.workspace_id = $1 and m.business_number_id = told.business_number_id
                and m.provider_message_id = told.provider_message_id and m.type = 'UNSUPPORTED'
                and not exists (select from attachment a where a.workspace_id = $1 and a.message_id = m.id)
            returning m.id, m.chat_id, m.business_number_id, m.provider_message_id
            """;

    LateFiles() {}

    static boolean mayComplete(Incoming.Message message) {
        return message.origin().isHistory() && message.file() != null;
    }

    /// Give stored placeholders their files; return a change for each chat that gained one.
    Uni<List<NewChange>> add(SqlClient transaction, UUID workspaceId, List<Incoming.Message> messages) {
        var told = new LinkedHashMap<ProviderId, Incoming.Message>();
        messages.stream()
                .filter(LateFiles::mayComplete)
                .forEach(message -> told.putIfAbsent(ProviderId.of(message), message));
        if (told.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(COMPLETE)
                .execute(values(workspaceId, List.copyOf(told.values())))
                .map(rows -> rows.stream().toList())
                .call(rows -> FileRecords.insert(transaction, workspaceId, files(rows, told)))
                .map(LateFiles::facts);
    }

    private static Tuple values(UUID workspaceId, List<Incoming.Message> told) {
        return Tuple.of(workspaceId)
                .addArrayOfUUID(
                        told.stream().map(Incoming.Message::businessNumberId).toArray(UUID[]::new))
                .addArrayOfString(texts(told, Incoming.Message::providerMessageId))
                .addArrayOfString(texts(told, message -> message.type().name()))
                .addArrayOfString(texts(told, Incoming.Message::text))
                .addArrayOfJsonObject(
                        told.stream().map(Incoming.Message::content).toArray(JsonObject[]::new));
    }

    private static List<NewFile> files(List<Row> rows, Map<ProviderId, Incoming.Message> told) {
        return rows.stream()
                .map(row -> new NewFile(row.getUUID("id"), file(told.get(named(row))), true))
                .toList();
    }

    private static ProviderId named(Row row) {
        return new ProviderId(row.getUUID("business_number_id"), row.getString("provider_message_id"));
    }

    private static Incoming.File file(Incoming.@Nullable Message message) {
        return Objects.requireNonNull(Objects.requireNonNull(message).file());
    }

    private static List<NewChange> facts(List<Row> rows) {
        return rows.stream()
                .map(row -> row.getUUID("chat_id"))
                .distinct()
                .map(chat -> NewChange.chat(ChangeType.CHAT_UPDATED, chat))
                .toList();
    }

    private static String[] texts(List<Incoming.Message> told, Function<Incoming.Message, @Nullable String> column) {
        return told.stream().map(column).toArray(String[]::new);
    }
}
