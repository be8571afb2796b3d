package dev.sharedinbox.contact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Decides which contacts are one person: a customer whose user id leads to one and whose number to another, if nothing
/// but numbers leads to the other. Where that is not proved, both stay.
///
/// @param owners whose each identity is once the merges are done
/// @param merges in the order to do them
record Merging(Map<Identity, UUID> owners, List<Merge> merges) {

    /// The contacts that might be one person.
    static Set<UUID> suspects(Collection<Customer> customers, Map<Identity, UUID> owners) {
        return customers.stream()
                .map(customer -> owners(customer, owners))
                .filter(contacts -> contacts.size() > 1)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    static Merging of(Collection<Customer> customers, Map<Identity, UUID> owners, Collection<Person> suspects) {
        var merging = new Merging(new HashMap<>(owners), new ArrayList<>());
        var people = suspects.stream().collect(Collectors.toMap(Person::id, person -> person));
        customers.forEach(customer -> merging.add(customer, people));
        return merging;
    }

    private void add(Customer customer, Map<UUID, Person> people) {
        var same = owners(customer, owners).stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .filter(person -> person.isNamedBy(customer) || person.isOnlyNumbers())
                .sorted(Person.ELDEST)
                .toList();
        if (same.size() > 1 && same.stream().anyMatch(person -> person.isNamedBy(customer))) {
            same.stream().skip(1).forEach(younger -> merge(younger, same.getFirst(), people));
        }
    }

    private void merge(Person younger, Person elder, Map<UUID, Person> people) {
        merges.add(new Merge(younger.id(), elder.id()));
        elder.identities().addAll(younger.identities());
        owners.replaceAll((_, owner) -> owner.equals(younger.id()) ? elder.id() : owner);
        people.remove(younger.id());
    }

    private static Set<UUID> owners(Customer customer, Map<Identity, UUID> owners) {
        return customer.identities().stream()
                .flatMap(identity -> identity.owner(owners).stream())
                .collect(Collectors.toSet());
    }
}
