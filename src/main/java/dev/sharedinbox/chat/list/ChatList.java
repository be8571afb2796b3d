package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.ChatReader;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads the chat list. A page takes two statements, one for the places and one for the rows in them, which may be
/// newer
/// than the cursor that the page carries but never older.
@ApplicationScoped
class ChatList {

    private final Pool pool;
    private final ChatReader reader;
    private final Clock clock;
    private final Seal seal;
    private final Cursors cursors;

    ChatList(Pool pool, ChatReader reader, Clock clock, Seal seal, Cursors cursors) {
        this.pool = pool;
        this.reader = reader;
        this.clock = clock;
        this.seal = seal;
        this.cursors = cursors;
    }

    Uni<ChatConnectionView> page(Viewer viewer, Selection selection, PageRequest request) {
        var now = clock.instant();
        var context = "chats:%s:%s:%s".formatted(viewer.workspaceId(), viewer.userId(), selection.text());
        var from = request.cursor().map(cursor -> place(context, cursor, request));
        var statement = ListStatement.page(viewer, selection.check(viewer), now, request, from);
        return pool.preparedQuery(statement.text()).execute(statement.values()).chain(found -> {
            var page = Page.of(places(found), request);
            var head = place(found.iterator().next(), selection, now);
            return reader.chats(viewer.workspaceId(), ids(page))
                    .map(chats -> new ChatConnectionView(
                            edges(viewer, page, chats, selection.sort(), context),
                            page.info(place -> seal.seal(context, place.toString())),
                            cursors.encode(viewer.workspaceId(), viewer.userId(), head)));
        });
    }

    Uni<BoundedCountView> count(Viewer viewer, Selection selection, int limit) {
        var statement = ListStatement.count(viewer, selection.check(viewer), clock.instant(), limit + 1);
        return pool.preparedQuery(statement.text()).execute(statement.values()).map(rows -> {
            var found = rows.iterator().next().getInteger("found");
            return new BoundedCountView(Math.min(found, limit), found <= limit);
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

    private static List<ListPlace> places(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false)
                .filter(row -> row.getUUID("id") != null)
                .map(ChatList::place)
                .toList();
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
                        edges.accept(ChatEdgeView.of(chat, seal.seal(context, place.toString()), sort));
                    }
                })
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
