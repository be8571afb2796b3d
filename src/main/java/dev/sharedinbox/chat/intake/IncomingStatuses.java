package dev.sharedinbox.chat.intake;

import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.MessageStatuses;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.ProviderId;
import dev.sharedinbox.chat.message.Direction;
import dev.sharedinbox.delivery.Deliveries;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps every status as a receipt and moves the messages they speak of. One that speaks of a message we do not
/// know yet waits under the carrier's id, until the message comes or gets that id.
@ApplicationScoped
class IncomingStatuses {

    private static final String KEEP = """
            insert into receipt (workspace_id, business_number_id, provider_message_id, status, occurred_at, participant,
                failure, raw, free_entry_until)
            select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::jsonb[],
                $8::jsonb[], $9::timestamptz[])
            on conflict do nothing
            """;
    /// A status that carries our own id back tells the carrier's id of a message whose call never ended for us.
    /// One under a carrier's id that we have heard of before belongs to an earlier attempt of a message that is
    /// on its way again, and must not end the new one.
    private static final String RECOGNISE = """
            with told as (
                select distinct on (message_id) message_id, business_number_id, provider_message_id
                from unnest($2::uuid[], $3::uuid[], $4::text[]) as told (message_id, business_number_id, provider_message_id)
                where message_id is not null and not exists (select from receipt r
                    where r.workspace_id = $1 and r.business_number_id = told.business_number_id
                        and r.provider_message_id = told.provider_message_id and r.received_at < now())
                order by message_id),
            locked as (
                select m.id from message m join told on told.message_id = m.id
                where m.workspace_id = $1 and m.id = any($2) and m.business_number_id = told.business_number_id
                    and m.direction = 'OUTGOING' and m.provider_message_id is null
                order by m.id for update of m)
            update message m set provider_message_id = told.provider_message_id
            from locked join told on told.message_id = locked.id
            where m.workspace_id = $1 and m.id = any($2) and m.id = locked.id
            returning m.id
            """;
    /// Locks in id order, as everybody does who changes several messages.
    private static final String LOCK = """
            select id from message where workspace_id = $1 and id = any(array(
                select found.id from unnest($2::uuid[], $3::text[]) as told (business_number_id, provider_message_id)
                cross join lateral (
                    select id from message where workspace_id = $1 and business_number_id = told.business_number_id
                        and provider_message_id = told.provider_message_id and direction = 'OUTGOING' limit 1) found))
            order by id for update
            """;

    private final MessageStatuses statuses;
    private final Deliveries deliveries;

    IncomingStatuses(MessageStatuses statuses, Deliveries deliveries) {
        this.statuses = statuses;
        this.deliveries = deliveries;
    }

    /// Store what was reported, and move the messages it speaks of and those of `written` that it spoke of earlier.
    Uni<List<NewChange>> store(
            SqlClient transaction, UUID workspaceId, List<Incoming.Status> reported, List<Incoming.Message> written) {
        var named = named(reported, written);
        if (named.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return keep(transaction, workspaceId, reported)
                .chain(_ -> recognise(transaction, workspaceId, reported))
                .chain(_ -> lock(transaction, workspaceId, named))
                .chain(ids -> statuses.advanceLocked(transaction, workspaceId, ids));
    }

    private static List<ProviderId> named(List<Incoming.Status> reported, List<Incoming.Message> written) {
        return Stream.concat(
                        reported.stream().map(ProviderId::of),
                        written.stream()
                                .filter(message -> message.origin().direction() == Direction.OUTGOING)
                                .map(ProviderId::of))
                .distinct()
                .toList();
    }

    private static Uni<Void> keep(SqlClient transaction, UUID workspaceId, List<Incoming.Status> reported) {
        if (reported.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(numbers(reported))
                .addArrayOfString(texts(reported, Incoming.Status::providerMessageId))
                .addArrayOfString(texts(reported, Incoming.Status::status))
                .addArrayOfOffsetDateTime(times(reported, Incoming.Status::occurredAt))
                .addArrayOfString(texts(reported, Incoming.Status::participant))
                .addArrayOfJsonObject(
                        reported.stream().map(Incoming.Status::failure).toArray(JsonObject[]::new))
                .addArrayOfJsonObject(
                        reported.stream().map(Incoming.Status::raw).toArray(JsonObject[]::new))
                .addArrayOfOffsetDateTime(times(reported, Incoming.Status::freeEntryUntil));
        return transaction.preparedQuery(KEEP).execute(values).replaceWithVoid();
    }

    private Uni<Void> recognise(SqlClient transaction, UUID workspaceId, List<Incoming.Status> reported) {
        if (reported.stream().allMatch(status -> status.messageId() == null)) {
            return Uni.createFrom().voidItem();
        }
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(
                        reported.stream().map(Incoming.Status::messageId).toArray(UUID[]::new))
                .addArrayOfUUID(numbers(reported))
                .addArrayOfString(texts(reported, Incoming.Status::providerMessageId));
        return transaction
                .preparedQuery(RECOGNISE)
                .execute(values)
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList())
                .chain(ids -> deliveries.confirm(transaction, workspaceId, ids));
    }

    private static Uni<List<UUID>> lock(SqlClient transaction, UUID workspaceId, List<ProviderId> named) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId, ProviderId.numbers(named), ProviderId.values(named)))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    private static UUID[] numbers(List<Incoming.Status> reported) {
        return reported.stream().map(Incoming.Status::businessNumberId).toArray(UUID[]::new);
    }

    private static OffsetDateTime[] times(
            List<Incoming.Status> reported, Function<Incoming.Status, @Nullable Instant> column) {
        return reported.stream()
                .map(column)
                .map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static String[] texts(List<Incoming.Status> reported, Function<Incoming.Status, @Nullable String> column) {
        return reported.stream().map(column).toArray(String[]::new);
    }
}
