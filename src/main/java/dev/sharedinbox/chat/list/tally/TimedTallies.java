package dev.sharedinbox.chat.list.tally;

import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.page.BoundedCountView;
import dev.sharedinbox.chat.list.page.ListSearch;
import dev.sharedinbox.chat.list.tally.RecentTally.Tallied;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Counts lists of which one may take longer than it is given. That one is said to have more than none, and keeps none
/// of the others from being counted.
@ApplicationScoped
class TimedTallies {

    private static final BoundedCountView NOBODY_KNOWS = new BoundedCountView(0, false);

    private final ChatTallies tallies;

    TimedTallies(ChatTallies tallies) {
        this.tallies = tallies;
    }

    /// Count lists of a workspace, at least one; return one tally for each, in their order.
    ///
    /// @param head the change log now
    /// @param limit where to stop counting, for each number
    Uni<List<Tallied>> count(UUID workspaceId, LogHead head, List<CountedList> lists, int limit) {
        return together(workspaceId, lists, limit)
                .onFailure(ListSearch::isTooBroad)
                .recoverWithUni(() -> Multi.createFrom()
                        .iterable(lists)
                        .onItem()
                        .transformToUniAndConcatenate(list -> alone(workspaceId, head, list, limit))
                        .collect()
                        .asList());
    }

    private Uni<Tallied> alone(UUID workspaceId, LogHead head, CountedList list, int limit) {
        return together(workspaceId, List.of(list), limit)
                .map(List::getFirst)
                .onFailure(ListSearch::isTooBroad)
                .recoverWithItem(() -> new Tallied(head, new ChatTally(NOBODY_KNOWS, NOBODY_KNOWS)));
    }

    private Uni<List<Tallied>> together(UUID workspaceId, List<CountedList> lists, int limit) {
        return tallies.count(workspaceId, lists, limit)
                .map(counted -> counted.tallies().stream()
                        .map(tally -> new Tallied(counted.head(), tally))
                        .toList());
    }
}
