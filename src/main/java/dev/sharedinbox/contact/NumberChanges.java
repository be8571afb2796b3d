package dev.sharedinbox.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Notes which number customers have changed to. Only what is newer than the last change counts, so that notices may
/// come in any order, and again.
final class NumberChanges {

    /// The clock goes on within a transaction: the new number must win over those that the same batch brought.
    private static final String CHANGE = """
            with changed as (
                update contact set phone = told.phone, phone_told_at = told.at
                from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) as told (id, wa_id, phone, at)
                where contact.workspace_id = $1 and contact.id = told.id
                    and (contact.phone_told_at is null or contact.phone_told_at < told.at)
                returning contact.id, told.wa_id)
            update contact_identity i set used_at = clock_timestamp()
            from changed where i.workspace_id = $1 and i.kind = 'WA_ID' and i.value = changed.wa_id
            returning i.contact_id
            """;

    private NumberChanges() {}

    /// Return the contacts that show another number from now on. Replies go to that number as well.
    static Uni<Set<UUID>> store(SqlClient transaction, UUID workspaceId, Map<UUID, NumberChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        var told = List.copyOf(changes.values());
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(changes.keySet().toArray(UUID[]::new))
                .addArrayOfString(told.stream().map(NumberChange::waId).toArray(String[]::new))
                .addArrayOfString(told.stream()
                        .map(change -> PhoneNumbers.e164(change.waId()))
                        .toArray(String[]::new))
                .addArrayOfOffsetDateTime(times(told));
        return transaction
                .preparedQuery(CHANGE)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("contact_id"))
                        .collect(Collectors.toSet()));
    }

    private static OffsetDateTime[] times(Collection<NumberChange> told) {
        return told.stream().map(change -> change.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}
