package dev.sharedinbox.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Remembers what the address book of the business calls its customers. Users' own names for them stay above it. The
/// newest entry counts, in whatever order entries arrive.
@ApplicationScoped
public class AddressBook {

    public static final int LONGEST_NAME = 200;

    private static final String FIND = """
            select i.kind, i.value, i.contact_id from contact_identity i
            join unnest($2::text[], $3::text[]) as wanted (kind, value) on wanted.kind = i.kind and wanted.value = i.value
            where i.workspace_id = $1
            """;
    private static final String WRITE = """
            update contact set book_name = told.name, book_told_at = told.at
            from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as told (id, name, at)
            where contact.workspace_id = $1 and contact.id = told.id and (
                contact.book_told_at is null or contact.book_told_at < told.at
                or contact.book_told_at = told.at
                    and coalesce(told.name, '') collate "C" > coalesce(contact.book_name, '') collate "C")
            returning contact.id
            """;

    AddressBook() {}

    /// What the book says of a customer.
    ///
    /// @param name their name, 1 to [#LONGEST_NAME] characters; null when they were taken out of the book
    public record Entry(@Nullable String name, Instant at) {

        private static final Comparator<Entry> AGE = Comparator.comparing(Entry::at)
                .thenComparing(Entry::name, Comparator.nullsFirst(Comparator.naturalOrder()));

        /// Whichever of two counts.
        public static Entry newest(Entry one, Entry other) {
            return AGE.compare(one, other) >= 0 ? one : other;
        }
    }

    /// The contacts of those customers who have one. Nobody becomes a contact by being taken out of a book.
    public Uni<Map<Customer, UUID>> known(SqlClient transaction, UUID workspaceId, Collection<Customer> customers) {
        if (customers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var forms = customers.stream()
                .flatMap(customer -> customer.identities().stream())
                .flatMap(identity -> Stream.concat(Stream.of(identity), identity.otherForm().stream()))
                .distinct()
                .toList();
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(
                        workspaceId,
                        forms.stream().map(form -> form.kind().name()).toArray(String[]::new),
                        forms.stream().map(Identity::value).toArray(String[]::new)))
                .map(rows -> {
                    var owners = new HashMap<Identity, UUID>();
                    rows.forEach(row -> owners.put(
                            new Identity(Identity.Kind.valueOf(row.getString("kind")), row.getString("value")),
                            row.getUUID("contact_id")));
                    return owners(customers, owners);
                });
    }

    /// Within the caller's transaction, keep the entries that are newer than what is known; return whose they are.
    public Uni<List<UUID>> store(SqlClient transaction, UUID workspaceId, Map<UUID, Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var inOrder =
                entries.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return transaction
                .preparedQuery(WRITE)
                .execute(Tuple.of(
                        workspaceId,
                        inOrder.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                        inOrder.stream().map(entry -> entry.getValue().name()).toArray(String[]::new),
                        inOrder.stream()
                                .map(entry -> entry.getValue().at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    private static Map<Customer, UUID> owners(Collection<Customer> customers, Map<Identity, UUID> owners) {
        var known = new HashMap<Customer, UUID>();
        customers.forEach(customer -> customer.identities().stream()
                .flatMap(identity -> identity.owner(owners).stream())
                .findFirst()
                .ifPresent(contact -> known.put(customer, contact)));
        return known;
    }
}
