package dev.sharedinbox.chat.intake;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.message.MessageRows;
import dev.sharedinbox.contact.Customer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Keeps every reaction under its own id, so that the newest one of an actor can be found whatever the order they came
/// in, and even before the message they annotate.
@ApplicationScoped
class IncomingReactions {

    private static final String STORE = """
            with added as (
                insert into reaction (workspace_id, business_number_id, provider_message_id, target_provider_id, actor,
                    emoji, reacted_at)
                select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
                on conflict do nothing
                returning business_number_id, target_provider_id)
            select distinct m.id, m.chat_id from added
            join message m on m.workspace_id = $1 and m.business_number_id = added.business_number_id
                and m.provider_message_id = added.target_provider_id
            order by m.id
            """;

    IncomingReactions() {}

    Uni<List<NewChange>> store(
            SqlClient transaction, UUID workspaceId, List<Incoming.Reaction> reactions, Map<Customer, UUID> contacts) {
        if (reactions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(reactions.stream()
                        .map(Incoming.Reaction::businessNumberId)
                        .toArray(UUID[]::new))
                .addArrayOfString(reactions.stream()
                        .map(Incoming.Reaction::providerMessageId)
                        .toArray(String[]::new))
                .addArrayOfString(reactions.stream()
                        .map(Incoming.Reaction::targetProviderId)
                        .toArray(String[]::new))
                .addArrayOfString(reactions.stream()
                        .map(reaction -> actor(reaction, contacts))
                        .toArray(String[]::new))
                .addArrayOfString(
                        reactions.stream().map(Incoming.Reaction::emoji).toArray(String[]::new))
                .addArrayOfOffsetDateTime(reactions.stream()
                        .map(reaction -> reaction.reactedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return transaction
                .preparedQuery(STORE)
                .execute(values)
                .map(rows -> rows.stream()
                        .map(row -> NewChange.message(
                                ChangeType.MESSAGE_UPDATED, row.getUUID("chat_id"), row.getUUID("id")))
                        .toList());
    }

    private static String actor(Incoming.Reaction reaction, Map<Customer, UUID> contacts) {
        var customer = reaction.actor();
        if (customer == null) {
            return MessageRows.BUSINESS_ACTOR;
        }
        var contact = Objects.requireNonNull(contacts.get(customer)).toString();
        return reaction.participant().isEmpty() ? contact : contact + ":" + reaction.participant();
    }
}
