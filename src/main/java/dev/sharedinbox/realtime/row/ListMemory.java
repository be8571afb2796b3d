package dev.sharedinbox.realtime.row;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a workspace's chats last were, as far as the log told since anybody looked at a list: the chats that changed
/// most recently, up to a number. While nobody looks at a list it is empty. Safe for many threads.
public final class ListMemory {

    private final Map<UUID, Past.Known> known;
    private int lists;

    /// @param capacity how many chats it keeps, about half a kilobyte each
    public ListMemory(int capacity) {
        known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Past.Known> eldest) {
                return size() > capacity;
            }
        };
    }

    /// Keep what is told from now on, for one more list.
    public synchronized void open() {
        lists++;
    }

    /// One list less needs it.
    public synchronized void close() {
        lists--;
        if (lists == 0) {
            known.clear();
        }
    }

    /// Forget everything: something was not told.
    public synchronized void clear() {
        known.clear();
    }

    /// Note how a chat is now, and return how it was.
    ///
    /// @param row the chat now; null when it is gone
    /// @param isNew whether the change is the chat's first
    public synchronized Past note(UUID chatId, @Nullable ListRow row, boolean isNew, Instant now) {
        if (lists == 0) {
            return new Past.Unknown();
        }
        var before = row == null ? known.remove(chatId) : known.put(chatId, new Past.Known(row.facts(), now));
        if (before != null) {
            return before;
        }
        return isNew ? new Past.Absent() : new Past.Unknown();
    }

    /// How many chats it keeps now.
    public synchronized int size() {
        return known.size();
    }
}
