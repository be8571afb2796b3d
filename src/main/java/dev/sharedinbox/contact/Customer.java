package dev.sharedinbox.contact;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A customer as one webhook describes them.
///
/// @param identities how to recognise them, the most telling first; at least one
/// @param name their display name; null when this webhook tells none
/// @param username their user name; null when this webhook tells none
/// @param change that they have another number from now on; null when this webhook tells none
public record Customer(
        List<Identity> identities,
        @Nullable String name,
        @Nullable String username,
        @Nullable NumberChange change) {

    public Customer(List<Identity> identities, @Nullable String name, @Nullable String username) {
        this(identities, name, username, null);
    }

    public Customer {
        if (identities.isEmpty()) {
            throw new IllegalArgumentException("A customer needs an identity");
        }
        identities = identities.stream().sorted().toList();
    }

    /// The same customer, with more ways to recognise them.
    public Customer with(List<Identity> more) {
        var all = Stream.concat(identities.stream(), more.stream()).distinct().toList();
        return new Customer(all, name, username, change);
    }

    /// The same customer, who has another number from now on.
    public Customer changing(NumberChange to) {
        return new Customer(identities, name, username, to);
    }

    /// The phone number in E.164 form, as far as a WhatsApp id tells it.
    @Nullable String phone() {
        return numbers().map(Identity::phone).findFirst().orElse(null);
    }

    Stream<Identity> numbers() {
        return identities.stream().filter(Identity::isNumber);
    }

    Stream<Identity> userIds() {
        return identities.stream().filter(identity -> identity.kind() == Identity.Kind.BSUID);
    }

    /// Whether they show a number as theirs together with their user id. A notice names numbers of former times, too.
    boolean showsNumber() {
        return change == null
                && userIds().findAny().isPresent()
                && numbers().findAny().isPresent();
    }
}
