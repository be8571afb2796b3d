package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.list.known.KnownChats;
import dev.sharedinbox.chat.list.known.News;
import dev.sharedinbox.chat.list.page.BoundedCountView;
import dev.sharedinbox.chat.list.page.ListSearch;
import dev.sharedinbox.chat.list.tally.ChatTallies;
import dev.sharedinbox.chat.list.tally.CountedList;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.chat.list.way.ListPlace;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.Seal;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.Page;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.access.Seen;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the chat list: pages, counts, single chats. A page takes a statement for the places and the rows in them, from
/// memory or by another statement. Rows may be newer than the cursor that the page carries but never older.
@ApplicationScoped
class ChatList {

    private final ListSearch search;
    private final KnownChats known;
    private final ChatReader reader;
    private final ChatTallies tallies;
    private final Clock clock;
    private final Seal seal;
    private final Cursors cursors;

    ChatList(
            ListSearch search,
            KnownChats known,
            ChatReader reader,
            ChatTallies tallies,
            Clock clock,
            Seal seal,
            Cursors cursors) {
        this.search = search;
        this.known = known;
        this.reader = reader;
        this.tallies = tallies;
        this.clock = clock;
        this.seal = seal;
        this.cursors = cursors;
    }

    Uni<Seen<ChatConnectionView>> page(Viewer viewer, Selection selection, PageRequest request) {
        var now = clock.instant();
        var context = "chats:%s:%s:%s".formatted(viewer.workspaceId(), viewer.userId(), selection.text());
        var from = request.cursor().map(cursor -> place(context, cursor, request));
        var wanted = Wanted.of(viewer, selection.check(viewer), selection.sort(), now);
        return search.page(wanted, request, from, known.since(viewer.workspaceId()))
                .chain(found -> {
                    var page = Page.of(found.places(), request);
                    var info = page.info(place -> seal.seal(context, place.toString()));
                    var head = place(found.news(), selection, now);
                    return known.chats(viewer.workspaceId(), ids(page), found.news())
                            .map(chats -> new Seen<>(
                                    new ChatConnectionView(
                                            edges(viewer, page, chats, selection.sort(), context),
                                            found.edge()
                                                    .map(edge -> info.endingAt(
                                                            seal.seal(context, edge.toString()), request.backwards()))
                                                    .orElse(info),
                                            endSortKey(
                                                    page,
                                                    found.edge().filter(_ -> !request.backwards()),
                                                    selection.sort()),
                                            cursors.encode(viewer.workspaceId(), viewer.userId(), head)),
                                    found.accessVersion()));
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

    private static List<UUID> ids(Page<ListPlace> page) {
        return page.entries().stream().map(ListPlace::chatId).toList();
    }

    /// A chat that was taken from the viewer after its place was read is left out.
    private List<ChatEdgeView> edges(
            Viewer viewer, Page<ListPlace> page, Map<UUID, ChatEntry> chats, ChatSort sort, String context) {
        return page.entries().stream()
                .<ChatEdgeView>mapMulti((place, edges) -> {
                    var chat = visible(viewer, chats.get(place.chatId()));
                    if (chat != null) {
                        edges.accept(new ChatEdgeView(
                                chat, () -> seal.seal(context, place.toString()), () -> place.sortKey(sort)));
                    }
                })
                .toList();
    }

    private static @Nullable String endSortKey(Page<ListPlace> page, Optional<ListPlace> edge, ChatSort sort) {
        if (edge.isPresent()) {
            return edge.get().sortKey(sort);
        }
        return page.hasNext() && !page.entries().isEmpty()
                ? page.entries().getLast().sortKey(sort)
                : null;
    }

    /// Where changes go on that the page does not know: of its rows, and of the saved filter that chose
    /// them.
    private static Cursors.Place place(News news, Selection selection, Instant now) {
        var position = selection.readAfter().map(LogHead::position).orElse(news.head());
        return new Cursors.Place(news.life(), position, Optional.of(now));
    }

    private ListPlace place(String context, String cursor, PageRequest request) {
        return seal.open(context, cursor)
                .flatMap(ListPlace::parse)
                .orElseThrow(() -> new InboxException(
                        ErrorCode.INVALID_CURSOR,
                        "This cursor is not of this list: the filter, the sort and the user must stay the same.",
                        request.cursorArgument()));
    }
}
