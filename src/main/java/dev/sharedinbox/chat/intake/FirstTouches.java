package dev.sharedinbox.chat.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Keeps with a chat what brought its customer: the referral of the earliest message that has one, however late that
/// message arrives.
final class FirstTouches {

    private static final Comparator<NewMessage> EARLIEST = Comparator.<NewMessage, Instant>comparing(
                    message -> message.message().sentAt())
            .thenComparing(message -> message.message().providerMessageId());

    private static final String KEEP = """
            update chat set referral = told.referral, referred_at = told.at, referral_provider_id = told.provider_id
            from unnest($2::uuid[], $3::jsonb[], $4::timestamptz[], $5::text[]) as told (chat_id, referral, at, provider_id)
            where chat.workspace_id = $1 and chat.id = told.chat_id and (chat.referred_at is null
                or (told.at, told.provider_id) < (chat.referred_at, chat.referral_provider_id))
            """;

    private FirstTouches() {}

    /// Keep those of new messages, while their chats are locked.
    static Uni<Void> keep(SqlClient transaction, UUID workspaceId, List<NewMessage> messages) {
        var first = List.copyOf(messages.stream()
                .filter(message -> message.message().referral() != null)
                .collect(Collectors.toMap(
                        message -> message.chat().id(), Function.identity(), BinaryOperator.minBy(EARLIEST)))
                .values());
        if (first.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(
                        first.stream().map(message -> message.chat().id()).toArray(UUID[]::new))
                .addArrayOfJsonObject(first.stream().map(FirstTouches::referral).toArray(JsonObject[]::new))
                .addArrayOfOffsetDateTime(first.stream()
                        .map(message -> message.message().sentAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(first.stream()
                        .map(message -> message.message().providerMessageId())
                        .toArray(String[]::new));
        return transaction.preparedQuery(KEEP).execute(values).replaceWithVoid();
    }

    private static JsonObject referral(NewMessage message) {
        return Objects.requireNonNull(message.message().referral()).json();
    }
}
