package dev.sharedinbox.realtime.row;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the viewers of a list are told of a chat: its row enters, is updated or leaves.
///
/// @param position the position in the change log at which it is told
/// @param asOf until when its listener was told what time alone changed, before this event
/// @param byTime whether no change but time itself brought it about
/// @param row the chat; null when it leaves
/// @param sortKey where the row stands, see [dev.sharedinbox.chat.list.way.ChatSort#keyOf]; null when it leaves
public record ListEvent(
        long position,
        Instant asOf,
        boolean byTime,
        ListMove move,
        UUID chatId,
        @Nullable ListRow row,
        @Nullable String sortKey) {

    /// The event as websocket clients get it.
    public String json() {
        var json = new StringBuilder("{\"type\":\"")
                .append(move.word())
                .append("\",\"chatId\":\"")
                .append(chatId)
                .append('"');
        if (row != null) {
            json.append(",\"sortKey\":\"")
                    .append(sortKey)
                    .append("\",\"chat\":")
                    .append(row.json());
        }
        return json.append('}').toString();
    }
}
