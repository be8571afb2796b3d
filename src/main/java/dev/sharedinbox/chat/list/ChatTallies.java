package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.page.ChatSort;
import dev.sharedinbox.chat.list.page.FoundCount;
import dev.sharedinbox.chat.list.page.ListSearch;
import dev.sharedinbox.chat.list.page.Wanted;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Counts lists, many in one statement and each up to a limit. All of them are of the same moment.
@ApplicationScoped
public class ChatTallies {

    private final ListSearch search;
    private final Clock clock;

    ChatTallies(ListSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /// What was counted.
    ///
    /// @param head the change log at the moment of counting
    /// @param asOf the time by which the lists were judged
    /// @param tallies one for each list, in their order
    public record Counted(LogHead head, Instant asOf, List<ChatTally> tallies) {}

    /// Count lists of a workspace.
    ///
    /// @param limit where to stop counting, for each number
    public Uni<Counted> count(UUID workspaceId, List<CountedList> lists, int limit) {
        var now = clock.instant();
        var wanted = lists.stream()
                .map(list -> new Wanted(workspaceId, list.scope(), list.condition(), ChatSort.LAST_ACTIVITY, now))
                .toList();
        return search.tallies(workspaceId, wanted, limit).map(rows -> counted(rows, lists.size(), now, limit));
    }

    private static Counted counted(RowSet<Row> rows, int lists, Instant now, int limit) {
        var counts = StreamSupport.stream(rows.spliterator(), false).toList();
        var tallies = IntStream.range(0, lists)
                .mapToObj(list -> new ChatTally(
                        FoundCount.of(counts.get(2 * list), limit).view(),
                        FoundCount.of(counts.get(2 * list + 1), limit).view()))
                .toList();
        var head = counts.getFirst();
        return new Counted(
                new LogHead(head.getUUID("life"), head.getLong("position"), head.getLong("trimmed_to")), now, tallies);
    }
}
