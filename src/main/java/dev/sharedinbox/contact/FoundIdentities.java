package dev.sharedinbox.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What is known of identities.
///
/// @param owners whom those that are known belong to
/// @param contacts what is known of these
record FoundIdentities(Map<Identity, UUID> owners, Map<UUID, KnownContact> contacts) {

    private static final String FIND = """
            select i.kind, i.value, i.contact_id, c.name, c.phone, c.username
            from unnest($2::text[], $3::text[]) as wanted (kind, value)
            cross join lateral (
                select kind, value, contact_id from contact_identity
                where workspace_id = $1 and kind = wanted.kind and value = wanted.value limit 1) i
            cross join lateral (
                select name, phone, username from contact where workspace_id = $1 and id = i.contact_id limit 1) c
            """;

    static Uni<FoundIdentities> find(SqlClient transaction, UUID workspaceId, List<Identity> identities) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(
                        workspaceId,
                        identities.stream()
                                .map(identity -> identity.kind().name())
                                .toArray(String[]::new),
                        identities.stream().map(Identity::value).toArray(String[]::new)))
                .map(FoundIdentities::of);
    }

    private static FoundIdentities of(RowSet<Row> rows) {
        var found = new FoundIdentities(new HashMap<>(), new HashMap<>());
        rows.forEach(row -> {
            var contact = row.getUUID("contact_id");
            found.owners.put(
                    new Identity(Identity.Kind.valueOf(row.getString("kind")), row.getString("value")), contact);
            found.contacts.put(contact, KnownContact.of(row));
        });
        return found;
    }
}
