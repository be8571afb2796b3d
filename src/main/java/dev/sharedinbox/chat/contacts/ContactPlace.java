package dev.sharedinbox.chat.contacts;

import java.util.UUID;

/// A place in the order of customers: first those whose names begin with what was looked for, then the others; both by
/// name without accents and case and then by id.
///
/// @param segment which of these, from 0
/// @param name the name as it is compared
/// @param contactId the customer
record ContactPlace(int segment, String name, UUID contactId) {

    private static final int ID_LENGTH = 36;

    static ContactPlace parse(String text) {
        var id = text.indexOf(' ') + 1;
        return new ContactPlace(
                Integer.parseInt(text.substring(0, id - 1)),
                text.substring(id + ID_LENGTH),
                UUID.fromString(text.substring(id, id + ID_LENGTH)));
    }

    @Override
    public String toString() {
        return segment + " " + contactId + name;
    }
}
