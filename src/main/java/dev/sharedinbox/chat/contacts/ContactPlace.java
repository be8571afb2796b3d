package dev.sharedinbox.chat.contacts;

import java.util.UUID;

/// A place in the order of customers, which is that of their names without accents and case and then of their
/// ids.
///
/// @param name the name as it is compared
/// @param contactId the customer
record ContactPlace(String name, UUID contactId) {

    private static final int ID_LENGTH = 36;

    static ContactPlace parse(String text) {
        return new ContactPlace(text.substring(ID_LENGTH), UUID.fromString(text.substring(0, ID_LENGTH)));
    }

    @Override
    public String toString() {
        return contactId + name;
    }
}
