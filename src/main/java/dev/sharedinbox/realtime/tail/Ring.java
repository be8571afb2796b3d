package dev.sharedinbox.realtime.tail;

import dev.sharedinbox.team.access.ChatPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The newest entries of a workspace's log, bounded. A cache: whoever is behind it reads from the database. Safe for
/// many threads.
final class Ring {

    private final int capacity;
    private final TreeMap<Long, FeedEntry> entries = new TreeMap<>();
    /// The newest entry of each chat in the ring. Its place counts for the chat's older entries too, so that nobody
    /// gets more of a chat they lost.
    private final Map<UUID, FeedEntry> newestOfChat = new HashMap<>();
    /// The position before the oldest entry; -1 until started.
    private long base = -1;
    /// The position of the newest entry; never before `base`.
    private long position = -1;

    Ring(int capacity) {
        this.capacity = capacity;
    }

    synchronized boolean isStarted() {
        return base >= 0;
    }

    synchronized long position() {
        return position;
    }

    /// Begin, empty, after a position.
    synchronized void start(long after) {
        entries.clear();
        newestOfChat.clear();
        base = after;
        position = after;
    }

    /// Add what comes directly after the newest entry.
    synchronized void append(List<FeedEntry> next) {
        next.forEach(this::append);
    }

    /// Return up to `limit` entries after a position; empty when the ring does not reach that far back.
    synchronized Optional<List<FeedEntry>> after(long after, int limit) {
        return !isStarted() || after < base
                ? Optional.empty()
                : Optional.of(entries.tailMap(after, false).values().stream()
                        .limit(limit)
                        .map(entry -> entry.at(placeOf(entry)))
                        .toList());
    }

    private void append(FeedEntry entry) {
        if (entry.position() != position + 1) {
            throw new IllegalStateException("Entry " + entry.position() + " does not follow " + position);
        }
        position = entry.position();
        entries.put(position, entry);
        var chatId = entry.change().chatId();
        if (chatId != null) {
            newestOfChat.put(chatId, entry);
        }
        if (entries.size() > capacity) {
            forget(entries.pollFirstEntry().getValue());
        }
    }

    private void forget(FeedEntry oldest) {
        base = oldest.position();
        var chatId = oldest.change().chatId();
        if (chatId != null) {
            newestOfChat.remove(chatId, oldest);
        }
    }

    private @Nullable ChatPlace placeOf(FeedEntry entry) {
        var chatId = entry.change().chatId();
        var newest = chatId == null ? null : newestOfChat.get(chatId);
        return newest == null ? null : newest.place();
    }
}
