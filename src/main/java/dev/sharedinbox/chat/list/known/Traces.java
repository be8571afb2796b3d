package dev.sharedinbox.chat.list.known;

import dev.sharedinbox.chat.ChatEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is remembered of chats or customers, up to a number of them; the one that nobody asked for longest goes first.
///
/// @param <K> by what they are told apart
final class Traces<K> {

    /// What is remembered of one.
    sealed interface Trace {

        /// What was read when less than this was known of the log may be older than this trace.
        long from();

        /// A chat is like this, read when so much was known of the log.
        record Kept(ChatEntry chat, Instant readAt, long from) implements Trace {}

        /// Something happened to it, which was learned together with so much of the log.
        record Changed(long from) implements Trace {}
    }

    private final Map<K, Trace> traces;
    /// What was read when less than this was known of the log may be older than a trace that is gone.
    private long forgotten;

    Traces(int capacity) {
        traces = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Trace> eldest) {
                var isOneTooMany = size() > capacity;
                if (isOneTooMany) {
                    forgotten = Math.max(forgotten, eldest.getValue().from());
                }
                return isOneTooMany;
            }
        };
    }

    /// Forget all; nothing that was read when less was known of the log is of use any more.
    void begin(long head) {
        traces.clear();
        forgotten = head;
    }

    void put(K key, Trace trace) {
        traces.put(key, trace);
    }

    Optional<Trace> of(K key) {
        return Optional.ofNullable(traces.get(key));
    }

    /// How much of the log must have been known before something about this one was read.
    long from(K key) {
        return of(key).map(Trace::from).orElse(forgotten);
    }
}
