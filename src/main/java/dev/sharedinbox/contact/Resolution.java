package dev.sharedinbox.contact;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
record Resolution(
        Map<Customer, UUID> contacts,
        Map<UUID, Customer> added,
        Map<Identity, UUID> linked,
        Map<UUID, Customer> refreshed) {

    static Resolution of(Collection<Customer> customers, Map<Identity, UUID> known, Supplier<UUID> newId) {
        var owners = new HashMap<>(known);
        var resolution =
                new Resolution(new HashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        customers.forEach(customer -> resolution.add(customer, owners, newId));
        return resolution;
    }

    private void add(Customer customer, Map<Identity, UUID> owners, Supplier<UUID> newId) {
        var found = customer.identities().stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .findFirst();
        var contact = found.orElseGet(newId);
        contacts.put(customer, contact);
        (found.isEmpty() || added.containsKey(contact) ? added : refreshed)
                .merge(contact, customer, Resolution::newest);
        for (var identity : customer.identities()) {
            if (owners.putIfAbsent(identity, contact) == null) {
                linked.put(identity, contact);
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
