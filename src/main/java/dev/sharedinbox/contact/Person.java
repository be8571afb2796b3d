package dev.sharedinbox.contact;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// A stored contact with everything it is recognised by.
record Person(UUID id, Instant createdAt, Set<Identity> identities) {

    static final Comparator<Person> ELDEST =
            Comparator.comparing(Person::createdAt).thenComparing(Person::id);

    /// Whether the customer's user id is this contact's: then the two are the same person.
    boolean isNamedBy(Customer customer) {
        return userIds().anyMatch(customer.identities()::contains);
    }

    /// Whether nothing but numbers leads here. A number with another user id may have changed hands.
    boolean isOnlyNumbers() {
        return identities.stream().allMatch(identity -> identity.kind() == Identity.Kind.WA_ID);
    }

    private Stream<Identity> userIds() {
        return identities.stream().filter(identity -> identity.kind() == Identity.Kind.BSUID);
    }
}
