package dev.sharedinbox.chat.list.known;

import dev.sharedinbox.chat.ChatEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The chats of a workspace that were read lately. Each is at least as new as the position up to which the log is
/// known: whatever the log tells of is forgotten. Safe for many threads.
final class WorkspaceChats {

    /// Before the log is known.
    static final long NOWHERE = Long.MAX_VALUE;

    /// What is remembered of a chat.
    private sealed interface Trace {

        /// What was read when less than this was known of the log may be older than this trace.
        long from();

        /// It is like this, read when so much was known of the log.
        record Kept(ChatEntry chat, Instant readAt, long from) implements Trace {}

        /// It changed, which was learned together with so much of the log.
        record Changed(long from) implements Trace {}
    }

    private final int capacity;
    private final Map<UUID, Trace> traces;
    /// How far the log was known when it told of a chat of these contacts. Their other chats may look otherwise since:
    /// all of them show the same name and session window, and the log names one of them.
    private final Map<String, Long> customers = new HashMap<>();
    private @Nullable UUID life;
    private long position = NOWHERE;
    /// What was read when less than this was known of the log may be older than a trace that is gone, or than what
    /// happened to a customer.
    private long forgotten;
    private long customersForgotten;

    WorkspaceChats(int capacity) {
        this.capacity = capacity;
        traces = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Trace> eldest) {
                var isOneTooMany = size() > capacity;
                if (isOneTooMany) {
                    forgotten = Math.max(forgotten, eldest.getValue().from());
                }
                return isOneTooMany;
            }
        };
    }

    /// How far the log is known.
    synchronized long position() {
        return position;
    }

    /// Forget what is not as new as this any more; return how far the log is known now.
    synchronized long learn(News news) {
        if (position == NOWHERE || !news.life().equals(life)) {
            begin(news);
        } else if (news.head() > position) {
            if (news.isPartial() || news.since() > position) {
                begin(news);
            } else {
                news.chats().forEach(chat -> traces.put(chat, new Trace.Changed(news.head())));
                news.customers().forEach(customer -> customers.put(customer.toString(), news.head()));
                position = news.head();
                forgetCustomers();
            }
        }
        return position;
    }

    private void begin(News news) {
        traces.clear();
        customers.clear();
        life = news.life();
        position = news.head();
        forgotten = news.head();
        customersForgotten = news.head();
    }

    private void forgetCustomers() {
        if (customers.size() > capacity) {
            customers.clear();
            customersForgotten = position;
        }
    }

    /// Keep chats as they were read.
    ///
    /// @param from how far the log was known before reading them began
    synchronized void keep(Collection<ChatEntry> chats, Instant readAt, long from) {
        for (var chat : chats) {
            var known = traces.get(chat.id());
            if (from >= (known == null ? forgotten : known.from()) && from >= lastOfCustomer(chat)) {
                traces.put(chat.id(), new Trace.Kept(chat, readAt, from));
            }
        }
    }

    /// The chats of these ids that are known, none read before a moment.
    synchronized Map<UUID, ChatEntry> find(Collection<UUID> ids, Instant oldest) {
        var found = new HashMap<UUID, ChatEntry>();
        for (var id : ids) {
            if (traces.get(id) instanceof Trace.Kept kept
                    && kept.readAt().isAfter(oldest)
                    && kept.from() >= lastOfCustomer(kept.chat())) {
                found.put(id, kept.chat());
            }
        }
        return found;
    }

    private long lastOfCustomer(ChatEntry chat) {
        return customers.getOrDefault(chat.view().contact().id(), customersForgotten);
    }
}
