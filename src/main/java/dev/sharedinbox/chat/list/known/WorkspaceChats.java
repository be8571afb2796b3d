package dev.sharedinbox.chat.list.known;

import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.list.known.Traces.Trace;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The chats of a workspace that were read lately. Each is at least as new as the position up to which the log is
/// known: whatever the log tells of is forgotten. Safe for many threads.
final class WorkspaceChats {

    /// Before the log is known.
    static final long NOWHERE = Long.MAX_VALUE;

    private final Traces<UUID> chats;
    /// All chats of a customer show the same name and session window, and the log names one of them.
    private final Traces<String> customers;
    private @Nullable UUID life;
    private long position = NOWHERE;

    WorkspaceChats(int capacity) {
        chats = new Traces<>(capacity);
        customers = new Traces<>(capacity);
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
                var changed = new Trace.Changed(news.head());
                news.chats().forEach(chat -> chats.put(chat, changed));
                news.customers().forEach(customer -> customers.put(customer.toString(), changed));
                position = news.head();
            }
        }
        return position;
    }

    private void begin(News news) {
        life = news.life();
        position = news.head();
        chats.begin(position);
        customers.begin(position);
    }

    /// Keep chats as they were read.
    ///
    /// @param from how far the log was known before reading them began
    synchronized void keep(Collection<ChatEntry> read, Instant readAt, long from) {
        read.stream()
                .filter(chat -> from >= chats.from(chat.id()) && isAsNewAsItsCustomer(chat, from))
                .forEach(chat -> chats.put(chat.id(), new Trace.Kept(chat, readAt, from)));
    }

    /// The chats of these ids that are known, none read before a moment.
    synchronized Map<UUID, ChatEntry> find(Collection<UUID> ids, Instant oldest) {
        var found = new HashMap<UUID, ChatEntry>();
        for (var id : ids) {
            if (chats.of(id).orElse(null) instanceof Trace.Kept kept
                    && kept.readAt().isAfter(oldest)
                    && isAsNewAsItsCustomer(kept.chat(), kept.from())) {
                found.put(id, kept.chat());
            }
        }
        return found;
    }

    private boolean isAsNewAsItsCustomer(ChatEntry chat, long from) {
        return from >= customers.from(chat.view().contact().id());
    }
}
