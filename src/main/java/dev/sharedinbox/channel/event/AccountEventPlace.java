package dev.sharedinbox.channel.event;

import java.time.Instant;
import java.util.UUID;

/// Where an event stands in the list.
record AccountEventPlace(Instant occurredAt, UUID eventId) {

    static AccountEventPlace parse(String text) {
        var parts = text.split(" ", 2);
        return new AccountEventPlace(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    /// The form in which a cursor holds it.
    @Override
    public String toString() {
        return occurredAt + " " + eventId;
    }
}
