package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.chat.list.way.ListPlace;
import dev.sharedinbox.chat.list.way.SmallSet;
import dev.sharedinbox.chat.list.way.SmallSets;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.platform.sql.Pools;
import dev.sharedinbox.platform.sql.StatementLimit;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/// Asks the database for lists at a bounded cost. Almost always one statement answers: a walk along an
/// index that meets enough chats soon. If it does not, the smallest set of chats that holds the whole list
/// is looked through, if it is small. Else the walk goes on, up to its bound, and what it found by then is
/// the answer.
@ApplicationScoped
public class ListSearch {

    private final Pool lists;
    private final Pool sets;
    private final SetSizes sizes;
    private final ListBounds bounds;
    private final ListMetrics metrics;
    private final FirstPages pages = new FirstPages();

    ListSearch(
            @ReactiveDataSource(Pools.LISTS) Pool lists,
            @ReactiveDataSource(Pools.SETS) Pool sets,
            SetSizes sizes,
            ListBounds bounds,
            ListMetrics metrics) {
        this.lists = lists;
        this.sets = sets;
        this.sizes = sizes;
        this.bounds = bounds;
        this.metrics = metrics;
    }

    /// Find the chats of a page and one more, see [ListStatement#page].
    ///
    /// @param since after which position of the change log news are wanted
    /// @return fails with `QUERY_TOO_BROAD` when it takes too long
    public Uni<FoundPage> page(Wanted wanted, PageRequest request, Optional<ListPlace> from, long since) {
        return thoroughly(
                wanted,
                bounds.firstLook(),
                bounds.rows(),
                (set, rows) -> run(set.isEmpty()
                                ? pages.of(wanted, request, from, since, rows)
                                : ListStatement.page(wanted, request, from, since, set, rows))
                        .map(found -> FoundPage.of(found.iterator().next(), request, since)),
                FoundPage::isCut,
                "page");
    }

    /// Count the chats of a list, up to a limit.
    ///
    /// @return fails with `QUERY_TOO_BROAD` when it takes too long
    public Uni<BoundedCountView> count(Wanted wanted, int limit) {
        Question<FoundCount> question = (set, rows) -> run(ListStatement.count(wanted, limit + 1, set, rows))
                .map(found -> FoundCount.of(found.iterator().next(), limit));
        return smallest(wanted, bounds.firstLook())
                .chain(set -> set.isPresent()
                        ? question.ask(set, Long.MAX_VALUE)
                        : thoroughly(
                                wanted, bounds.smallSet(), bounds.countedRows(), question, FoundCount::isCut, "count"))
                .map(FoundCount::view);
    }

    private <T> Uni<T> thoroughly(
            Wanted wanted, long firstLook, long rows, Question<T> question, Function<T, Boolean> isCut, String what) {
        return question.ask(Optional.empty(), firstLook)
                .chain(first -> isCut.apply(first)
                        ? smallest(wanted, bounds.smallSet())
                                .chain(set -> question.ask(set, set.isPresent() ? Long.MAX_VALUE : rows))
                                .invoke(found -> {
                                    if (isCut.apply(found)) {
                                        metrics.cut(what);
                                    }
                                })
                        : Uni.createFrom().item(first));
    }

    /// The smallest of the sets that hold the list; empty when none is at most so large.
    private Uni<Optional<SmallSet>> smallest(Wanted wanted, long most) {
        var sets = new SmallSets(wanted).all();
        return sizes.of(wanted.workspaceId(), sets, most).map(known -> known.smallest(sets));
    }

    /// Whether a list failed with `QUERY_TOO_BROAD`.
    public static boolean isTooBroad(Throwable failure) {
        return failure instanceof InboxException refusal && refusal.code() == ErrorCode.QUERY_TOO_BROAD;
    }

    Uni<RowSet<Row>> run(ListStatement statement) {
        var pool = statement.isWalk() ? lists : sets;
        return pool.preparedQuery(statement.text())
                .execute(statement.values())
                .onFailure(StatementLimit::isExceeded)
                .transform(failure -> {
                    metrics.refused();
                    return new InboxException(
                            ErrorCode.QUERY_TOO_BROAD,
                            "Looking through so many chats takes too long. Narrow the list: by inbox, assignee, tag,"
                                    + " status or a time.");
                });
    }

    private interface Question<T> {
        Uni<T> ask(Optional<SmallSet> set, long rows);
    }
}
