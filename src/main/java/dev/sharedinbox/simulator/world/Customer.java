package dev.sharedinbox.simulator.world;

import org.jspecify.annotations.Nullable;

/// A person on WhatsApp, as one business sees them.
///
/// @param whatsappId the digits of the phone
/// @param userId the business-scoped user id (BSUID)
/// @param name the profile name
/// @param username the username, if the person chose one
/// @param phoneHidden whether Meta keeps the phone from the business, so that only the BSUID names the person
public record Customer(
        String whatsappId,
        String userId,
        String name,
        @Nullable String username,
        boolean phoneHidden) {

    Customer named(String newName) {
        return new Customer(whatsappId, userId, newName, username, phoneHidden);
    }

    Customer withUsername(String newUsername) {
        return new Customer(whatsappId, userId, name, newUsername, phoneHidden);
    }

    Customer withPhoneHidden(boolean hidden) {
        return new Customer(whatsappId, userId, name, username, hidden);
    }

    /// Neither the name nor the phone: this may end up in a log.
    @Override
    public String toString() {
        return "Customer[…]";
    }
}
