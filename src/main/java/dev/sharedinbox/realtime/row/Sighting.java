package dev.sharedinbox.realtime.row;

import dev.sharedinbox.team.access.ChatPlace;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A chat that something happened to.
///
/// @param place where it stands now; null when it is gone. It may be newer than the row, and counts more
/// @param row the chat as it is now; null when it is gone
/// @param past what is known of it as it was before
/// @param placeBefore where it stood before, when it was moved
public record Sighting(
        UUID chatId, @Nullable ChatPlace place, @Nullable ListRow row, Past past, Optional<ChatPlace> placeBefore) {

    /// A chat that was looked up, of which nobody knows how it was.
    public static Sighting of(ListRow row) {
        return new Sighting(row.chatId(), row.facts().place(), row, new Past.Unknown(), Optional.empty());
    }

    /// Whether a chat that was and is in a list may have become read or unread.
    public boolean mayFlipUnread() {
        return row == null
                || !(past instanceof Past.Known known)
                || known.facts().unread() != row.facts().unread();
    }

    /// The same without knowledge of the past, for listeners who may have been told of another one.
    public Sighting unsure() {
        return new Sighting(chatId, place, row, new Past.Unknown(), placeBefore);
    }
}
