package dev.sharedinbox.contact;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Decides which customers are known contacts and which are new. The most telling identity that is known wins; one that
/// belongs to another contact stays there.
///
/// @param contacts the contact of each customer
/// @param added contacts to add, with what was told about them last
/// @param linked identities to add
/// @param refreshed known contacts, with what was told about them last
/// @param used numbers that are known in two forms, in the form that was used now
record Resolution(
        Map<Customer, UUID> contacts,
        Map<UUID, Customer> added,
        Map<Identity, UUID> linked,
        Map<UUID, Customer> refreshed,
        Set<Identity> used) {

    static Resolution of(Collection<Customer> customers, Map<Identity, UUID> known, Supplier<UUID> newId) {
        var owners = new HashMap<>(known);
        var resolution = new Resolution(
                new HashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new TreeSet<>());
        tellingFirst(customers).forEach(customer -> resolution.add(customer, owners, newId));
        return resolution;
    }

    /// Whoever shows both a user id and a number joins those of the same batch who show one of them.
    private static Stream<Customer> tellingFirst(Collection<Customer> customers) {
        return customers.stream()
                .sorted(Comparator.comparingInt(
                                (Customer customer) -> customer.identities().size())
                        .reversed());
    }

    private void add(Customer customer, Map<Identity, UUID> owners, Supplier<UUID> newId) {
        var found = customer.identities().stream()
                .flatMap(identity -> identity.owner(owners).stream())
                .findFirst();
        var contact = found.orElseGet(newId);
        contacts.put(customer, contact);
        (found.isEmpty() || added.containsKey(contact) ? added : refreshed)
                .merge(contact, customer, Resolution::newest);
        for (var identity : customer.identities()) {
            if (owners.putIfAbsent(identity, contact) == null) {
                linked.put(identity, contact);
            } else if (identity.otherForm().filter(owners::containsKey).isPresent()) {
                used.add(identity);
            }
        }
    }

    /// Later webhooks of a batch may tell less; what an earlier one told is not forgotten.
    private static Customer newest(Customer earlier, Customer later) {
        return new Customer(
                Stream.concat(earlier.identities().stream(), later.identities().stream())
                        .distinct()
                        .toList(),
                later.name() == null ? earlier.name() : later.name(),
                later.username() == null ? earlier.username() : later.username());
    }
}
