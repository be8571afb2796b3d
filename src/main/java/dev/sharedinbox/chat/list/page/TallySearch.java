package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.chat.list.way.Wanted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Counts many lists at a bounded cost.
@ApplicationScoped
public class TallySearch {

    /// How many lists are counted at the same time for one caller.
    private static final int AT_ONCE = 3;

    private final ListSearch search;
    private final SetSizes sizes;
    private final ListBounds bounds;

    TallySearch(ListSearch search, SetSizes sizes, ListBounds bounds) {
        this.search = search;
        this.sizes = sizes;
        this.bounds = bounds;
    }

    /// Count many lists of a workspace, each up to a limit and looking at a bounded number of chats. Lists that small
    /// sets answer are counted together, each of the others by itself, a few at a time.
    ///
    /// @return fails with `QUERY_TOO_BROAD` when one of them takes too long
    public Uni<List<FoundTally>> count(UUID workspaceId, List<Wanted> lists, int limit) {
        var sets = lists.stream()
                .flatMap(TallyQuestion::of)
                .flatMap(question -> question.sets().stream())
                .toList();
        return sizes.of(workspaceId, sets, bounds.firstLook()).chain(known -> {
            var small = lists.stream().filter(list -> isSmall(list, known)).toList();
            var units = Stream.concat(
                            Stream.of(small).filter(together -> !together.isEmpty()),
                            lists.stream().filter(list -> !isSmall(list, known)).map(List::of))
                    .map(unit -> tally(workspaceId, unit, known, limit))
                    .toList();
            return units.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : Uni.join()
                            .all(units)
                            .usingConcurrencyOf(AT_ONCE)
                            .andFailFast()
                            .map(found -> inOrder(lists, found));
        });
    }

    private static boolean isSmall(Wanted list, SetSizes.Sizes known) {
        return TallyQuestion.of(list)
                .allMatch(question -> known.smallest(question.sets()).isPresent());
    }

    private Uni<Map<Wanted, FoundTally>> tally(UUID workspaceId, List<Wanted> unit, SetSizes.Sizes known, int limit) {
        return search.run(TallyStatement.of(workspaceId, unit, known, limit, bounds.rows()))
                .map(rows -> {
                    var tallies = FoundTally.of(
                            StreamSupport.stream(rows.spliterator(), false).toList(), limit);
                    var byList = new HashMap<Wanted, FoundTally>();
                    for (var at = 0; at < unit.size(); at++) {
                        byList.put(unit.get(at), tallies.get(at));
                    }
                    return byList;
                });
    }

    private static List<FoundTally> inOrder(List<Wanted> lists, List<Map<Wanted, FoundTally>> found) {
        return lists.stream()
                .map(list -> found.stream()
                        .map(unit -> unit.get(list))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
