package dev.sharedinbox.realtime.list;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that the viewers of a list are told.
public sealed interface ListSignal {

    /// The position in the change log at which it is told.
    long position();

    /// A chat's row enters, is updated or leaves.
    ///
    /// @param asOf until when its listener was told what time alone changed, before this signal
    /// @param byTime whether no change but time itself brought it about
    /// @param row the chat; null when it leaves
    /// @param sortKey where the row stands, see [dev.sharedinbox.chat.list.ChatSort#keyOf]; null when it
    ///     leaves
    record Moved(
            long position,
            Instant asOf,
            boolean byTime,
            ListMove move,
            UUID chatId,
            @Nullable ListRow row,
            @Nullable String sortKey)
            implements ListSignal {

        /// The signal of a move, with the place in the list that the chat has now.
        ///
        /// @param now the time by which its place was judged
        public static Moved of(
                LiveList list,
                Instant now,
                long position,
                Instant asOf,
                boolean byTime,
                ListMove move,
                UUID chatId,
                @Nullable ListRow row) {
            var shown = move == ListMove.LEFT ? null : row;
            return new Moved(
                    position,
                    asOf,
                    byTime,
                    move,
                    chatId,
                    shown,
                    shown == null ? null : list.sort().keyOf(shown.chat(), now));
        }

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

    /// A user may see other chats than before.
    record AccessChanged(long position, UUID userId) implements ListSignal {}

    /// The filter of a space became another one, or it is no longer there for some.
    record SpaceChanged(long position, UUID spaceId) implements ListSignal {}

    /// So many chats moved at once that loading afresh is faster, or nobody knows any more which.
    record Overrun(long position) implements ListSignal {}
}
