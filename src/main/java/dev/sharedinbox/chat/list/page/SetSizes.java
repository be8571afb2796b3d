package dev.sharedinbox.chat.list.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sharedinbox.chat.list.way.SmallSet;
import dev.sharedinbox.platform.sql.Pools;
import dev.sharedinbox.platform.sql.Sql;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// How large sets of chats are, counted up to a limit and remembered for some seconds. Only which way a statement takes
/// depends on it, never what it finds.
@ApplicationScoped
class SetSizes {

    private static final int MOST_KEPT = 20_000;
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Pool pool;
    private final Cache<Question, Long> known = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(LONGEST)
            .build();

    SetSizes(@ReactiveDataSource(Pools.LISTS) Pool pool) {
        this.pool = pool;
    }

    private record Question(UUID workspaceId, SmallSet set, long limit) {}

    /// What of some sets is known by now.
    record Sizes(UUID workspaceId, long limit, Cache<Question, Long> known) {

        /// The smallest of some sets; empty when none has at most as many chats as the limit.
        Optional<SmallSet> smallest(Collection<SmallSet> sets) {
            return sets.stream().filter(set -> size(set) <= limit).min(Comparator.comparingLong(this::size));
        }

        private long size(SmallSet set) {
            var size = known.getIfPresent(new Question(workspaceId, set, limit));
            return size == null ? Long.MAX_VALUE : size;
        }
    }

    /// Learn the sizes of sets, as far as they are at most the limit.
    Uni<Sizes> of(UUID workspaceId, Collection<SmallSet> sets, long limit) {
        var sizes = new Sizes(workspaceId, limit, known);
        var unknown = sets.stream()
                .distinct()
                .filter(set -> known.getIfPresent(new Question(workspaceId, set, limit)) == null)
                .toList();
        return unknown.isEmpty()
                ? Uni.createFrom().item(sizes)
                : count(workspaceId, unknown, limit)
                        .invoke(rows -> keep(workspaceId, unknown, limit, rows))
                        .replaceWith(sizes);
    }

    private Uni<RowSet<Row>> count(UUID workspaceId, List<SmallSet> sets, long limit) {
        var sql = Sql.of(workspaceId);
        var text = sets.stream()
                .map(set -> set.size(sql, limit + 1))
                .collect(Collectors.joining(", ", "select array[", "]::bigint[] as sizes"));
        return pool.preparedQuery(text).execute(sql.values());
    }

    private void keep(UUID workspaceId, List<SmallSet> sets, long limit, RowSet<Row> rows) {
        var sizes = rows.iterator().next().getArrayOfLongs("sizes");
        for (var at = 0; at < sizes.length; at++) {
            known.put(new Question(workspaceId, sets.get(at), limit), sizes[at]);
        }
    }
}
