package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.ChatView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// A place in the order of the list, which is that of the last activity and then of the id, newest first.
///
/// @param activity when something was last written
/// @param chatId the chat
public record ListPlace(Instant activity, UUID chatId) {

    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static ListPlace of(ChatView chat) {
        return new ListPlace(chat.lastActivityAt(), UUID.fromString(chat.id()));
    }

    public static ListPlace parse(String text) {
        var id = text.indexOf(' ') + 1;
        return new ListPlace(Instant.parse(text.substring(0, id - 1)), UUID.fromString(text.substring(id)));
    }

    /// The place as a text of fixed width that sorts as places do: the greater one comes first.
    String sortKey() {
        return SORTABLE.format(activity) + " " + chatId;
    }

    @Override
    public String toString() {
        return activity + " " + chatId;
    }
}
