package dev.sharedinbox.contact;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
/// @param changes the last number that each contact changed to
/// @param untold of the identities to add those that a notice names: nobody has written from them yet
record Resolution(
        Map<Customer, UUID> contacts,
        Map<UUID, Customer> added,
        Map<Identity, UUID> linked,
        Map<UUID, Customer> refreshed,
        Set<Identity> used,
        Map<UUID, NumberChange> changes,
        Set<Identity> untold) {

    static Resolution of(Collection<Customer> customers, Map<Identity, UUID> known, Supplier<UUID> newId) {
        var owners = new HashMap<>(known);
        var resolution = new Resolution(
                new HashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new TreeSet<>(),
                new LinkedHashMap<>(),
                new TreeSet<>());
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
                if (customer.change() != null) {
                    untold.add(identity);
                }
            } else if (customer.change() == null
                    && identity.otherForm().filter(owners::containsKey).isPresent()) {
                used.add(identity);
            }
        }
        change(contact, customer, owners);
    }

    /// A number that belongs to another contact stays there.
    private void change(UUID contact, Customer customer, Map<Identity, UUID> owners) {
        Optional.ofNullable(customer.change())
                .filter(change -> contact.equals(owners.get(change.identity())))
                .ifPresent(change -> changes.merge(contact, change, NumberChange::later));
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
