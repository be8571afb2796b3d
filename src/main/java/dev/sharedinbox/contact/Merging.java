package dev.sharedinbox.contact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides which contacts are one person: a customer whose user id leads to one and whose number to another, if nothing
/// but numbers leads to the other. Where that is not proved, both stay, and the number passes to whoever shows it with
/// their user id: what is written to the contact it led to must not reach somebody else.
///
/// @param owners whose each identity is once the merges are done and the numbers have passed
/// @param merges in the order to do them
/// @param passed numbers that do not lead to their contacts any more
record Merging(Map<Identity, UUID> owners, List<Merge> merges, List<PassedNumber> passed) {

    static Merging ofNobody(Map<Identity, UUID> owners) {
        return new Merging(owners, List.of(), List.of());
    }

    /// The contacts that might be one person, or have lost their number to another one.
    static Set<UUID> suspects(Collection<Customer> customers, Map<Identity, UUID> owners) {
        return customers.stream()
                .filter(customer -> owners(customer, owners).size() > 1 || isNewUnderAKnownNumber(customer, owners))
                .flatMap(customer -> owners(customer, owners).stream())
                .collect(Collectors.toSet());
    }

    static Merging of(Collection<Customer> customers, Map<Identity, UUID> owners, Collection<Person> suspects) {
        var merging = new Merging(new HashMap<>(owners), new ArrayList<>(), new ArrayList<>());
        var people = suspects.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        customers.forEach(customer -> merging.add(customer, people));
        customers.stream().filter(Customer::showsNumber).forEach(customer -> merging.pass(customer, people));
        return merging;
    }

    private void add(Customer customer, Map<UUID, Person> people) {
        var same = owners(customer, owners).stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .filter(person -> person.isNamedBy(customer) || person.isStillOnlyTheNumberOf(customer))
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

    /// A number whose contact has another user id stays with it as long as nobody else is known by the one that the
    /// customer shows: WhatsApp gives a person a new user id at times.
    private void pass(Customer customer, Map<UUID, Person> people) {
        var isKnown = customer.userIds().anyMatch(owners::containsKey);
        forms(customer.numbers())
                .flatMap(number -> Optional.ofNullable(owners.get(number)).map(people::get).stream()
                        .filter(person -> !person.isNamedBy(customer))
                        .filter(person -> isKnown || person.hasAnotherNumberThan(customer))
                        .map(person -> person.losing(number)))
                .toList()
                .forEach(lost -> {
                    passed.add(lost);
                    owners.remove(lost.number());
                });
    }

    private static boolean isNewUnderAKnownNumber(Customer customer, Map<Identity, UUID> owners) {
        return customer.showsNumber()
                && customer.userIds().noneMatch(owners::containsKey)
                && forms(customer.numbers()).anyMatch(owners::containsKey);
    }

    private static Stream<Identity> forms(Stream<Identity> numbers) {
        return numbers.flatMap(number -> Stream.concat(Stream.of(number), number.otherForm().stream()));
    }

    private static Set<UUID> owners(Customer customer, Map<Identity, UUID> owners) {
        return customer.identities().stream()
                .flatMap(identity -> identity.owner(owners).stream())
                .collect(Collectors.toSet());
    }
}
