package dev.sharedinbox.chat.list;

import java.time.Instant;
import java.util.UUID;

/// A place in the order of the list, which is that of the last activity and then of the id, newest first.
///
/// @param activity when something was last written
/// @param chatId the chat
public record ListPlace(Instant activity, UUID chatId) {

    public static ListPlace parse(String text) {
        var id = text.indexOf(' ') + 1;
        return new ListPlace(Instant.parse(text.substring(0, id - 1)), UUID.fromString(text.substring(id)));
    }

    @Override
    public String toString() {
        return activity + " " + chatId;
    }
}
