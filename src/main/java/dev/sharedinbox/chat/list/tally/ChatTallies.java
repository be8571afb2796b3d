package dev.sharedinbox.chat.list.tally;

import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.page.FoundTally;
import dev.sharedinbox.chat.list.page.TallySearch;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.chat.list.way.Wanted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// Counts lists, many at once and each up to a limit. The two counts of a list are of the same moment.
@ApplicationScoped
public class ChatTallies {

    private final TallySearch search;
    private final Clock clock;

    ChatTallies(TallySearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /// What was counted.
    ///
    /// @param head the change log before counting; no count is older
    /// @param asOf the time by which the lists were judged
    /// @param tallies one for each list, in their order
    public record Counted(LogHead head, Instant asOf, List<ChatTally> tallies) {}

    /// Count lists of a workspace, at least one.
    ///
    /// @param limit where to stop counting, for each number
    public Uni<Counted> count(UUID workspaceId, List<CountedList> lists, int limit) {
        var now = clock.instant();
        var wanted = lists.stream()
                .map(list -> new Wanted(workspaceId, list.scope(), list.condition(), ChatSort.LAST_ACTIVITY, now))
                .toList();
        return search.count(workspaceId, wanted, limit).map(found -> counted(found, now));
    }

    private static Counted counted(List<FoundTally> found, Instant now) {
        return new Counted(
                found.stream()
                        .map(FoundTally::head)
                        .min(Comparator.comparingLong(LogHead::position))
                        .orElseThrow(),
                now,
                found.stream()
                        .map(tally -> new ChatTally(tally.total(), tally.unread()))
                        .toList());
    }
}
