package dev.sharedinbox.contact;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// Reads contacts that may be merged, and merges their own rows.
final class MergeRecords {

    private static final String PEOPLE = """
            select contact.id, contact.created_at, contact.phone, contact.phone_told_at is not null as has_moved, i.kind, i.value
            from contact
            join contact_identity i on i.workspace_id = contact.workspace_id and i.contact_id = contact.id
            where contact.workspace_id = $1 and contact.id = any($2)
            """;
    /// The elder's own stays; of what the carrier told at some time, the newer.
    private static final String FILL_GAPS = """
            update contact elder set name = coalesce(nullif(elder.name, ''), younger.name),
                phone = case when younger.phone_told_at > coalesce(elder.phone_told_at, '-infinity') then younger.phone
                    else coalesce(elder.phone, younger.phone) end,
                phone_told_at = greatest(elder.phone_told_at, younger.phone_told_at),
                username = coalesce(elder.username, younger.username),
                given_name = coalesce(elder.given_name, younger.given_name),
                attributes = younger.attributes || elder.attributes,
                book_name = case when younger.book_told_at > coalesce(elder.book_told_at, '-infinity')
                    then younger.book_name else elder.book_name end,
                book_told_at = greatest(elder.book_told_at, younger.book_told_at),
                marketing_opt_out = case when younger.marketing_told_at > coalesce(elder.marketing_told_at, '-infinity')
                    then younger.marketing_opt_out
                    else elder.marketing_opt_out
                        or younger.marketing_opt_out and younger.marketing_told_at = elder.marketing_told_at end,
                marketing_told_at = greatest(elder.marketing_told_at, younger.marketing_told_at)
            from contact younger
            where elder.workspace_id = $1 and elder.id = $3 and younger.workspace_id = $1 and younger.id = $2
            """;
    private static final String MOVE_IDENTITIES = """
            update contact_identity set contact_id = $3 where workspace_id = $1 and contact_id = $2
            """;
    /// Those that were merged into the younger before lead to the elder now.
    private static final String POINT = """
            update contact set merged_into = $3 where workspace_id = $1 and (id = $2 or merged_into = $2)
            """;

    private MergeRecords() {}

    static Uni<List<Person>> people(SqlClient transaction, UUID workspaceId, Collection<UUID> contacts) {
        return transaction
                .preparedQuery(PEOPLE)
                .execute(Tuple.of(workspaceId, contacts.toArray(UUID[]::new)))
                .map(rows -> {
                    var people = new HashMap<UUID, Person>();
                    rows.forEach(row -> people.computeIfAbsent(row.getUUID("id"), id -> person(id, row))
                            .identities()
                            .add(new Identity(Identity.Kind.valueOf(row.getString("kind")), row.getString("value"))));
                    return List.copyOf(people.values());
                });
    }

    private static Person person(UUID id, Row row) {
        return new Person(
                id,
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("phone"),
                row.getBoolean("has_moved"),
                new HashSet<>());
    }

    static Uni<Void> merge(SqlClient transaction, UUID workspaceId, List<Merge> merges) {
        return Multi.createFrom()
                .iterable(merges)
                .onItem()
                .transformToUniAndConcatenate(merge -> merge(transaction, workspaceId, merge))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> merge(SqlClient transaction, UUID workspaceId, Merge merge) {
        var values = Tuple.of(workspaceId, merge.from(), merge.into());
        return transaction
                .preparedQuery(FILL_GAPS)
                .execute(values)
                .chain(_ -> transaction.preparedQuery(MOVE_IDENTITIES).execute(values))
                .chain(_ -> transaction.preparedQuery(POINT).execute(values))
                .replaceWithVoid();
    }
}
