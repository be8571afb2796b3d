package dev.sharedinbox.chat.list.known;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.ChatReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives the chats of a page: from memory where nothing has happened to them since they were read, else from the
/// database. Whoever asks brings [News] of the same moment as the page, so that no chat is older than the page's
/// cursor.
@ApplicationScoped
public class KnownChats {

    private final ChatReader reader;
    private final Clock clock;
    private final MemoryConfig config;
    private final LoadingCache<UUID, WorkspaceChats> workspaces;
    private final Counter remembered;
    private final Counter read;

    KnownChats(ChatReader reader, Clock clock, MemoryConfig config, MeterRegistry meters) {
        this.reader = reader;
        this.clock = clock;
        this.config = config;
        workspaces =
                Caffeine.newBuilder().maximumSize(config.workspaces()).build(_ -> new WorkspaceChats(config.chats()));
        remembered = meters.counter("inbox.lists.rows", "from", "memory");
        read = meters.counter("inbox.lists.rows", "from", "database");
    }

    /// The position after which news of a workspace are wanted.
    public long since(UUID workspaceId) {
        return workspaces.get(workspaceId).position();
    }

    /// The chats that exist of these ids, each at least as new as the news.
    public Uni<Map<UUID, ChatEntry>> chats(UUID workspaceId, Collection<UUID> ids, News news) {
        var workspace = workspaces.get(workspaceId);
        var known = workspace.learn(news);
        var now = clock.instant();
        var found = workspace.find(ids, now.minus(config.longest()));
        var missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
        remembered.increment(found.size());
        read.increment(missing.size());
        return reader.chats(workspaceId, missing)
                .invoke(chats -> workspace.keep(chats.values(), now, known))
                .map(chats -> together(found, chats, now));
    }

    private static Map<UUID, ChatEntry> together(Map<UUID, ChatEntry> known, Map<UUID, ChatEntry> read, Instant now) {
        return Stream.concat(known.values().stream().map(chat -> chat.at(now)), read.values().stream())
                .collect(Collectors.toMap(ChatEntry::id, Function.identity()));
    }
}
