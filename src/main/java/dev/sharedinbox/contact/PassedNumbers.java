package dev.sharedinbox.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Takes numbers that have passed to somebody else from the contacts they led to.
final class PassedNumbers {

    private static final String TAKE = """
            with passed as (
                select * from unnest($2::text[], $3::uuid[], $4::text[]) as passed (value, contact_id, remaining)),
            taken as (
                delete from contact_identity i using passed
                where i.workspace_id = $1 and i.kind = 'WA_ID' and i.value = passed.value
                    and i.contact_id = passed.contact_id)
            update contact set phone = former.remaining
            from (select distinct on (contact_id) contact_id, remaining from passed) former
            where contact.workspace_id = $1 and contact.id = former.contact_id
                and contact.phone is distinct from former.remaining
            returning contact.id
            """;

    private PassedNumbers() {}

    /// Return the contacts that show another number, or none, from now on.
    static Uni<Set<UUID>> take(SqlClient transaction, UUID workspaceId, List<PassedNumber> passed) {
        if (passed.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        var values = Tuple.of(
                workspaceId,
                passed.stream().map(lost -> lost.number().value()).toArray(String[]::new),
                passed.stream().map(PassedNumber::from).toArray(UUID[]::new),
                passed.stream().map(PassedNumber::left).toArray(String[]::new));
        return transaction
                .preparedQuery(TAKE)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .collect(Collectors.toSet()));
    }
}
