package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.chat.ChatRows;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.platform.ErrorCode;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.InboxException;
import dev.sharedinbox.platform.Page;
import dev.sharedinbox.platform.PageRequest;
import dev.sharedinbox.platform.Seal;
import dev.sharedinbox.team.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the chat list: pages, counts, single chats.
@ApplicationScoped
class ChatList {

    private final ListSearch search;
    private final ChatReader reader;
    private final ChatTallies tallies;
    private final Clock clock;
    private final Seal seal;
    private final Cursors cursors;

    ChatList(ListSearch search, ChatReader reader, ChatTallies tallies, Clock clock, Seal seal, Cursors cursors) {
        this.search = search;
        this.reader = reader;
        this.tallies = tallies;
        this.clock = clock;
        this.seal = seal;
        this.cursors = cursors;
    }

    Uni<ChatConnectionView> page(Viewer viewer, Selection selection, PageRequest request) {
        var now = clock.instant();
        var context = "chats:%s:%s:%s".formatted(viewer.workspaceId(), viewer.userId(), selection.text());
        var from = request.cursor().map(cursor -> place(context, cursor, request));
        var wanted = Wanted.of(viewer, selection.check(viewer), selection.sort(), now);
        return search.page(wanted, request, from).map(found -> {
            var page = Page.of(edges(found.chats(), context, selection.sort(), now), request);
            var info = page.info(ChatEdgeView::cursor);
            return new ChatConnectionView(
                    page.entries(),
                    found.edge()
                            .map(edge -> info.endingAt(seal.seal(context, edge.toString()), request.backwards()))
                            .orElse(info),
                    endSortKey(page, found.edge().filter(_ -> !request.backwards()), selection.sort()),
                    cursors.encode(viewer.workspaceId(), viewer.userId(), place(found.head(), selection, now)));
        });
    }

    Uni<BoundedCountView> count(Viewer viewer, Selection selection, int limit) {
        return search.count(Wanted.of(viewer, selection.check(viewer), ChatSort.LAST_ACTIVITY, clock.instant()), limit);
    }

    /// The same, and how many of them are unread.
    Uni<ChatCountsView> counts(Viewer viewer, Selection selection, int limit) {
        var list = new CountedList(viewer.scope(), selection.check(viewer));
        return tallies.count(viewer.workspaceId(), List.of(list), limit).map(counted -> {
            var tally = counted.tallies().getFirst();
            var head = selection.readAfter().orElse(counted.head());
            var place = new Cursors.Place(head.life(), head.position(), Optional.of(counted.asOf()));
            return new ChatCountsView(
                    tally.total(), tally.unread(), cursors.encode(viewer.workspaceId(), viewer.userId(), place));
        });
    }

    /// A chat by its id; null when there is none or the viewer may not see it.
    Uni<@Nullable ChatView> chat(Viewer viewer, String id) {
        return Ids.parse(id)
                .map(chatId -> reader.chats(viewer.workspaceId(), List.of(chatId))
                        .<@Nullable ChatView>map(found -> visible(viewer, found.get(chatId))))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static @Nullable ChatView visible(Viewer viewer, @Nullable ChatEntry entry) {
        return entry != null && viewer.scope().allows(entry.place()) ? entry.view() : null;
    }

    private List<ChatEdgeView> edges(List<Row> rows, String context, ChatSort sort, Instant now) {
        return rows.stream()
                .map(row -> {
                    var place = FoundPage.place(row);
                    return new ChatEdgeView(
                            ChatRows.entry(row, now).view(), seal.seal(context, place.toString()), place.sortKey(sort));
                })
                .toList();
    }

    private static @Nullable String endSortKey(Page<ChatEdgeView> page, Optional<ListPlace> edge, ChatSort sort) {
        if (edge.isPresent()) {
            return edge.get().sortKey(sort);
        }
        return page.hasNext() && !page.entries().isEmpty()
                ? page.entries().getLast().sortKey()
                : null;
    }

    /// Where changes go on that the page does not know: of its rows, and of the saved filter that chose
    /// them.
    private static Cursors.Place place(Row row, Selection selection, Instant now) {
        var position = selection.readAfter().map(LogHead::position).orElseGet(() -> row.getLong("log_position"));
        return new Cursors.Place(row.getUUID("log_life"), position, Optional.of(now));
    }

    private ListPlace place(String context, String cursor, PageRequest request) {
        return seal.open(context, cursor)
                .map(ListPlace::parse)
                .orElseThrow(() -> new InboxException(
                        ErrorCode.INVALID_CURSOR,
                        "This cursor is not of this list: the filter, the sort and the user must stay the same.",
                        request.cursorArgument()));
    }
}
