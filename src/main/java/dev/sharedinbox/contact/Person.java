package dev.sharedinbox.contact;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stored contact with everything it is recognised by.
///
/// @param phone the number they show, in E.164 form; null when none is known
/// @param hasMoved whether that is a number they told to have changed to
/// @param identities as they are stored, and those of contacts that prove to be the same person
record Person(UUID id, Instant createdAt, @Nullable String phone, boolean hasMoved, Set<Identity> identities) {

    static final Comparator<Person> ELDEST =
            Comparator.comparing(Person::createdAt).thenComparing(Person::id);

    /// Whether the customer's user id is this contact's: then the two are the same person.
    boolean isNamedBy(Customer customer) {
        return customer.userIds().anyMatch(identities::contains);
    }

    /// Whether nothing but numbers leads here, and the customer shows one that they still have. A number with another
    /// user id may have changed hands.
    boolean isStillOnlyTheNumberOf(Customer customer) {
        return identities.stream().allMatch(Identity::isNumber) && !hasAnotherNumberThan(customer);
    }

    /// Whether they told to have changed to another number than those that the customer shows.
    boolean hasAnotherNumberThan(Customer customer) {
        return hasMoved
                && customer.showsNumber()
                && customer.numbers().map(Identity::phone).noneMatch(number -> number.equals(phone));
    }

    /// What they keep when a number passes to somebody else. Its other form goes with it.
    PassedNumber losing(Identity number) {
        var lost = number.phone();
        var remaining = identities.stream()
                .filter(Identity::isNumber)
                .map(Identity::phone)
                .filter(other -> !other.equals(lost))
                .sorted()
                .findFirst()
                .orElse(null);
        return new PassedNumber(number, id, lost.equals(phone) ? remaining : phone);
    }
}
