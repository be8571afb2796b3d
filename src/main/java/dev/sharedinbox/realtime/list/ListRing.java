package dev.sharedinbox.realtime.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What the viewers of a list were last told, bounded: the newest signal of each chat, in order. A listener that is
/// slow skips what has been overtaken; one that is behind the oldest must catch up in another way. Safe for many
/// threads.
final class ListRing {

    private final int capacity;
    private final TreeMap<Long, ListSignal> signals = new TreeMap<>();
    private final Map<UUID, Long> newestOfChat = new HashMap<>();
    /// The number of the newest signal; they are numbered 1, 2, 3, ...
    private long last;
    /// The number of the newest signal that was forgotten for want of room.
    private long forgotten;

    ListRing(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(ListSignal signal) {
        last++;
        signals.put(last, signal);
        if (signal instanceof ListSignal.Moved moved) {
            var overtaken = newestOfChat.put(moved.event().chatId(), last);
            if (overtaken != null) {
                signals.remove(overtaken);
            }
        }
        if (signals.size() > capacity) {
            forget(signals.pollFirstEntry());
        }
    }

    /// The number of the newest signal; 0 before the first.
    synchronized long last() {
        return last;
    }

    /// Return up to `limit` signals after a number; empty when some of them are forgotten.
    synchronized Optional<List<Numbered>> after(long number, int limit) {
        return number < forgotten
                ? Optional.empty()
                : Optional.of(signals.tailMap(number, false).entrySet().stream()
                        .limit(limit)
                        .map(entry -> new Numbered(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private void forget(Map.Entry<Long, ListSignal> oldest) {
        forgotten = oldest.getKey();
        if (oldest.getValue() instanceof ListSignal.Moved moved) {
            newestOfChat.remove(moved.event().chatId(), oldest.getKey());
        }
    }

    /// A signal and its number.
    record Numbered(long number, ListSignal signal) {}
}
