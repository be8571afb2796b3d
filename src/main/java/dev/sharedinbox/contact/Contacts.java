package dev.sharedinbox.contact;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.sql.NamedLocks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds or makes the contacts behind customers. Whoever resolves the same identities at the same time waits for the
/// other's transaction, so that ten first messages make one contact; the identity's key guards that.
@ApplicationScoped
public class Contacts {

    private static final String ADD_CONTACTS = """
            insert into contact (workspace_id, id, name, phone, username)
            select $1, added.id, coalesce(added.name, ''), added.phone, added.username
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as added (id, name, phone, username)
            """;
    private static final String ADD_IDENTITIES = """
            insert into contact_identity (workspace_id, kind, value, contact_id, used_at)
            select $1, added.kind, added.value, added.contact_id, case when added.untold then to_timestamp(0) else now() end
            from unnest($2::text[], $3::text[], $4::uuid[], $5::bool[]) as added (kind, value, contact_id, untold)
            """;
    private static final String REFRESH = """
            update contact set name = coalesce(told.name, contact.name), phone = coalesce(contact.phone, told.phone),
                username = coalesce(told.username, contact.username)
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as told (id, name, phone, username)
            where contact.workspace_id = $1 and contact.id = any($2) and contact.id = told.id and (
                contact.name is distinct from coalesce(told.name, contact.name)
                or contact.phone is null and told.phone is not null
                or contact.username is distinct from coalesce(told.username, contact.username))
            returning contact.id
            """;

    private static final String USE = """
            update contact_identity set used_at = now() where workspace_id = $1 and kind = 'WA_ID' and value = any($2)
            """;

    Contacts() {}

    /// Within the caller's transaction, return the contact of each customer, and remember what was told about them.
    /// Contacts that prove to be one person are merged; what other rooms keep of them is for the caller to move.
    public Uni<Resolved> resolve(SqlClient transaction, UUID workspaceId, Collection<Customer> customers) {
        if (customers.isEmpty()) {
            return Uni.createFrom().item(new Resolved(Map.of(), List.of(), Set.of()));
        }
        var wanted = wanted(customers);
        return find(transaction, workspaceId, wanted)
                .chain(found -> merge(transaction, workspaceId, customers, found.owners())
                        .chain(merging -> store(transaction, workspaceId, customers, merging, found.contacts())));
    }

    /// Numbers are looked up in both forms, and locked in both, so that one person in two forms is still one.
    private static List<Identity> wanted(Collection<Customer> customers) {
        return customers.stream()
                .flatMap(customer -> customer.identities().stream())
                .flatMap(identity -> Stream.concat(Stream.of(identity), identity.otherForm().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /// Everything that leads to one of the suspects is locked as well, so that nobody finds the younger meanwhile.
    private static Uni<Merging> merge(
            SqlClient transaction, UUID workspaceId, Collection<Customer> customers, Map<Identity, UUID> owners) {
        var suspects = Merging.suspects(customers, owners);
        if (suspects.isEmpty()) {
            return Uni.createFrom().item(Merging.ofNobody(owners));
        }
        return MergeRecords.people(transaction, workspaceId, suspects)
                .chain(people -> lock(transaction, workspaceId, identities(people)))
                .chain(_ -> MergeRecords.people(transaction, workspaceId, suspects))
                .map(people -> Merging.of(customers, owners, people))
                .call(merging -> MergeRecords.merge(transaction, workspaceId, merging.merges()));
    }

    private static List<Identity> identities(List<Person> people) {
        return people.stream()
                .flatMap(person -> person.identities().stream())
                .sorted()
                .toList();
    }

    private static Uni<Resolved> store(
            SqlClient transaction,
            UUID workspaceId,
            Collection<Customer> customers,
            Merging merging,
            Map<UUID, KnownContact> contacts) {
        var resolution = Resolution.of(customers, merging.owners(), Ids::next);
        var asFound =
                merging.merges().isEmpty() && merging.passed().isEmpty() ? contacts : Map.<UUID, KnownContact>of();
        var changed = new HashSet<UUID>();
        return PassedNumbers.take(transaction, workspaceId, merging.passed())
                .invoke(changed::addAll)
                .chain(_ ->
                        store(transaction, workspaceId, resolution, KnownContact.news(resolution.refreshed(), asFound)))
                .invoke(changed::addAll)
                .chain(_ -> NumberChanges.store(transaction, workspaceId, resolution.changes()))
                .invoke(changed::addAll)
                .map(_ -> new Resolved(resolution.contacts(), merging.merges(), changed));
    }

    private static Uni<Void> lock(SqlClient transaction, UUID workspaceId, List<Identity> identities) {
        var names = identities.stream().map(identity -> identity.kind().name() + identity.value());
        return NamedLocks.hold(transaction, workspaceId, NamedLocks.Kind.CUSTOMER, names);
    }

    /// Lock identities and find whom they belong to, in one go: the search runs once the locks are held.
    private static Uni<FoundIdentities> find(SqlClient transaction, UUID workspaceId, List<Identity> identities) {
        return Uni.combine()
                .all()
                .unis(
                        lock(transaction, workspaceId, identities),
                        FoundIdentities.find(transaction, workspaceId, identities))
                .with((_, found) -> found);
    }

    /// Return the known contacts of whom something else was told than before.
    ///
    /// @param refreshed those of whom that may be
    private static Uni<List<UUID>> store(
            SqlClient transaction, UUID workspaceId, Resolution resolution, Map<UUID, Customer> refreshed) {
        return Uni.combine()
                .all()
                .unis(
                        people(transaction, ADD_CONTACTS, workspaceId, resolution.added()),
                        identities(transaction, workspaceId, resolution),
                        people(transaction, REFRESH, workspaceId, refreshed),
                        use(transaction, workspaceId, resolution.used()))
                .with((_, _, changed, _) -> changed);
    }

    private static Uni<Void> use(SqlClient transaction, UUID workspaceId, Set<Identity> used) {
        return used.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(USE)
                        .execute(Tuple.of(workspaceId, texts(used, Identity::value)))
                        .replaceWithVoid();
    }

    private static Uni<List<UUID>> people(
            SqlClient transaction, String statement, UUID workspaceId, Map<UUID, Customer> people) {
        if (people.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var customers = List.copyOf(people.values());
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.of(
                        workspaceId,
                        people.keySet().toArray(UUID[]::new),
                        texts(customers, Customer::name),
                        texts(customers, Customer::phone),
                        texts(customers, Customer::username)))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    private static Uni<Void> identities(SqlClient transaction, UUID workspaceId, Resolution resolution) {
        var linked = resolution.linked();
        if (linked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(ADD_IDENTITIES)
                .execute(Tuple.of(
                        workspaceId,
                        kinds(linked.keySet()),
                        texts(linked.keySet(), Identity::value),
                        linked.values().toArray(UUID[]::new),
                        linked.keySet().stream()
                                .map(resolution.untold()::contains)
                                .toArray(Boolean[]::new)))
                .replaceWithVoid();
    }

    private static String[] kinds(Collection<Identity> identities) {
        return texts(identities, identity -> identity.kind().name());
    }

    private static <T> String[] texts(Collection<T> values, Function<T, @Nullable String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
