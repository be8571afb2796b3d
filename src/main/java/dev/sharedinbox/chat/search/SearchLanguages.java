package dev.sharedinbox.chat.search;

import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// In which language each workspace's messages are searched.
@ApplicationScoped
class SearchLanguages {

    private static final String READ = """
            select w.search_language as own, s.language, s.walked_to,
                array(select substr(c.cfgname::text, 7) from pg_ts_config c where c.cfgname ^@ 'inbox_' order by 1) as known,
                (select m.id from message m where m.workspace_id = w.id order by m.id limit 1) as first,
                (select m.id from message m where m.workspace_id = w.id order by m.id desc limit 1) as last
            from workspace w join message_search s on s.workspace_id = w.id
            where w.id = $1
            """;
    private static final String SET =
            "update workspace set search_language = $2 where id = $1 and search_language is distinct from $2::text";

    private final Pool pool;
    private final MessageWords words;

    SearchLanguages(Pool pool, MessageWords words) {
        this.pool = pool;
        this.words = words;
    }

    /// How a workspace's messages are searched. A workspace that nobody has looked at yet begins with that.
    Uni<SearchLanguageView> of(UUID workspaceId) {
        return read(workspaceId)
                .chain(found -> found.isEmpty()
                        ? words.begin().chain(() -> read(workspaceId)).map(List::getFirst)
                        : Uni.createFrom().item(found.getFirst()));
    }

    /// @param language null for the installation's
    Uni<SearchLanguageView> set(Viewer viewer, @Nullable String language) {
        viewer.require(Permission.ADMINISTRATE);
        return of(viewer.workspaceId())
                .invoke(before -> {
                    if (language != null && !before.languages().contains(language)) {
                        throw InboxException.invalid(
                                "Expected one of " + String.join(", ", before.languages()) + ".", "input", "language");
                    }
                })
                .chain(() -> pool.preparedQuery(SET).execute(Tuple.of(viewer.workspaceId(), language)))
                .chain(words::begin)
                .chain(() -> of(viewer.workspaceId()));
    }

    private Uni<List<SearchLanguageView>> read(UUID workspaceId) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(workspaceId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SearchLanguages::view)
                        .toList());
    }

    private static SearchLanguageView view(Row row) {
        UUID walkedTo = row.getUUID("walked_to");
        UUID first = row.getUUID("first");
        UUID last = row.getUUID("last");
        var isWalk = walkedTo != null && first != null && last != null;
        return new SearchLanguageView(
                row.getString("language"),
                row.getString("own"),
                List.of(row.getArrayOfStrings("known")),
                walkedTo == null,
                isWalk && millis(walkedTo) <= millis(last) ? Instant.ofEpochMilli(millis(walkedTo)) : null,
                isWalk ? part(millis(first), millis(last), millis(walkedTo)) : 1);
    }

    /// How much of a stretch lies behind somebody who walks from its end to its beginning.
    private static double part(long begin, long end, long at) {
        return end == begin ? 0 : Math.clamp((double) (end - at) / (end - begin), 0.0, 1.0);
    }

    /// The time of an id, which is that of a message's storing.
    private static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }
}
