package dev.sharedinbox.chat.list.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sharedinbox.chat.list.way.ListPlace;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.platform.page.PageRequest;
import java.time.Instant;
import java.util.Optional;

/// The statements of the pages that are asked for most: first ones of lists that do not move with time. Each is put
/// together once for whoever sees the same chats; a short page takes as long to ask for as to answer.
final class FirstPages {

    private static final int MOST_KEPT = 2_000;

    private final Cache<Page, ListStatement> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    private record Page(Wanted wanted, PageRequest request, long rows) {}

    /// The statement of a page along indexes, see [ListStatement#page].
    ListStatement of(Wanted wanted, PageRequest request, Optional<ListPlace> from, long since, long rows) {
        return from.isPresent() || wanted.movesWithTime()
                ? ListStatement.page(wanted, request, from, since, Optional.empty(), rows)
                : known.get(new Page(wanted.at(Instant.EPOCH), request, rows), FirstPages::make)
                        .since(since);
    }

    private static ListStatement make(Page page) {
        return ListStatement.page(page.wanted(), page.request(), Optional.empty(), 0, Optional.empty(), page.rows());
    }
}
