package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.chat.ChatRows;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.contact.ContactSearch;
import dev.sharedinbox.filter.Filter;
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
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads the chat list, a page or a count in one statement.
@ApplicationScoped
class ChatList {

    private final Pool pool;
    private final Searches searches;
    private final ChatReader reader;
    private final Clock clock;
    private final Seal seal;
    private final Cursors cursors;

    ChatList(Pool pool, Searches searches, ChatReader reader, Clock clock, Seal seal, Cursors cursors) {
        this.pool = pool;
        this.searches = searches;
        this.reader = reader;
        this.clock = clock;
        this.seal = seal;
        this.cursors = cursors;
    }

    Uni<ChatConnectionView> page(
            Viewer viewer, Filter filter, ContactSearch search, ChatSort sort, PageRequest request) {
        var now = clock.instant();
        var context =
                "chats:%s:%s:%s:%s:%s".formatted(viewer.workspaceId(), viewer.userId(), sort, filter.toJson(), search);
        var from = request.cursor().map(cursor -> place(context, cursor, request));
        var checked = ChatFilters.check(filter, viewer);
        return searches.of(viewer.workspaceId(), search)
                .map(searched -> ListStatement.page(viewer, checked, searched, now, request, from))
                .chain(this::run)
                .map(rows -> {
                    var page = Page.of(edges(rows, context, now), request);
                    return new ChatConnectionView(
                            page.entries(), page.info(ChatEdgeView::cursor), position(rows, viewer));
                });
    }

    Uni<BoundedCountView> count(Viewer viewer, Filter filter, ContactSearch search, int limit) {
        var now = clock.instant();
        var checked = ChatFilters.check(filter, viewer);
        return searches.of(viewer.workspaceId(), search)
                .map(searched -> ListStatement.count(viewer, checked, searched, now, limit + 1))
                .chain(this::run)
                .map(rows -> {
                    var found = rows.iterator().next().getInteger("found");
                    return new BoundedCountView(Math.min(found, limit), found <= limit);
                });
    }

    private Uni<RowSet<Row>> run(ListStatement statement) {
        return pool.preparedQuery(statement.text()).execute(statement.values());
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

    private List<ChatEdgeView> edges(RowSet<Row> rows, String context, Instant now) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getUUID("id") != null)
                .map(row -> new ChatEdgeView(
                        ChatRows.entry(row, now).view(),
                        seal.seal(context, place(row).toString())))
                .toList();
    }

    private String position(RowSet<Row> rows, Viewer viewer) {
        var row = rows.iterator().next();
        return cursors.encode(
                viewer.workspaceId(), viewer.userId(), row.getUUID("log_life"), row.getLong("log_position"));
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
