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
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads the chat list, a page or a count in one statement.
@ApplicationScoped
class ChatList {

    private final Pool pool;
    private final ChatReader reader;
    private final ChatTallies tallies;
    private final Clock clock;
    private final Seal seal;
    private final Cursors cursors;

    ChatList(Pool pool, ChatReader reader, ChatTallies tallies, Clock clock, Seal seal, Cursors cursors) {
        this.pool = pool;
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
        var statement = ListStatement.page(viewer, selection.check(viewer), now, request, from);
        return pool.preparedQuery(statement.text()).execute(statement.values()).map(rows -> {
            var page = Page.of(edges(rows, context, selection.sort(), now), request);
            var place = place(rows.iterator().next(), selection, now);
            return new ChatConnectionView(
                    page.entries(),
                    page.info(ChatEdgeView::cursor),
                    cursors.encode(viewer.workspaceId(), viewer.userId(), place));
        });
    }

    Uni<BoundedCountView> count(Viewer viewer, Selection selection, int limit) {
        var statement = ListStatement.count(viewer, selection.check(viewer), clock.instant(), limit + 1);
        return pool.preparedQuery(statement.text()).execute(statement.values()).map(rows -> {
            var found = rows.iterator().next().getInteger("found");
            return BoundedCountView.of(found, limit);
        });
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

    private List<ChatEdgeView> edges(RowSet<Row> rows, String context, ChatSort sort, Instant now) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getUUID("id") != null)
                .map(row -> ChatEdgeView.of(
                        ChatRows.entry(row, now).view(),
                        seal.seal(context, place(row).toString()),
                        sort))
                .toList();
    }

    /// Where changes go on that the page does not know: of its rows, and of the saved filter that chose them.
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

    private static ListPlace place(Row row) {
        return new ListPlace(row.get(OffsetDateTime.class, "activity").toInstant(), row.getUUID("id"));
    }
}
