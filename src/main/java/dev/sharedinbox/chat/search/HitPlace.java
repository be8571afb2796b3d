package dev.sharedinbox.chat.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/// A place in the order of hits, which is that of when messages were written and then of their ids, newest first.
///
/// @param sentAt when the message was written
/// @param messageId the message
record HitPlace(Instant sentAt, UUID messageId) {

    static HitPlace parse(String text) {
        var id = text.indexOf(' ') + 1;
        return new HitPlace(Instant.parse(text.substring(0, id - 1)), UUID.fromString(text.substring(id)));
    }

    OffsetDateTime time() {
        return sentAt.atOffset(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return sentAt + " " + messageId;
    }
}
