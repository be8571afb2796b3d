package dev.sharedinbox.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer as one webhook describes them.
///
/// @param identities how to recognise them, the most telling first; at least one
/// @param name their display name; null when this webhook tells none
/// @param username their user name; null when this webhook tells none
public record Customer(
        List<Identity> identities,
        @Nullable String name,
        @Nullable String username) {

    public Customer {
        if (identities.isEmpty()) {
            throw new IllegalArgumentException("A customer needs an identity");
        }
        identities = identities.stream().sorted().toList();
    }

    /// The phone number in E.164 form, as far as a WhatsApp id tells it.
    @Nullable String phone() {
        return identities.stream()
                .filter(identity -> identity.kind() == Identity.Kind.WA_ID)
                .map(identity -> "+" + identity.value())
                .findFirst()
                .orElse(null);
    }
}
