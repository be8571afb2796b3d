package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.chat.ChatRows;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.list.ChatConnectionView;
import dev.sharedinbox.chat.list.ChatEdgeView;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.chat.list.way.ListPlace;
import dev.sharedinbox.platform.Gathering;
import dev.sharedinbox.platform.Seal;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.Page;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Reads all chats of customers, whatever the number and the state: one statement for all customers of a
/// page.
@ApplicationScoped
class Timelines {

    private final Pool pool;
    private final Clock clock;
    private final Seal seal;
    private final Cursors cursors;
    private final Gathering<Viewer, Timeline, ChatConnectionView> timelines = new Gathering<>(this::read);

    Timelines(Pool pool, Clock clock, Seal seal, Cursors cursors) {
        this.pool = pool;
        this.clock = clock;
        this.seal = seal;
        this.cursors = cursors;
    }

    Uni<ChatConnectionView> page(Viewer viewer, UUID contactId, PageRequest request) {
        var after = request.cursor().map(cursor -> place(viewer, contactId, cursor));
        return timelines.ask(viewer, new Timeline(contactId, request.size(), after.orElse(null)));
    }

    private Uni<List<Uni<ChatConnectionView>>> read(Viewer viewer, List<Timeline> wanted) {
        var statement = TimelineStatement.of(viewer, wanted);
        return pool.preparedQuery(statement.text()).execute(statement.values()).map(rows -> {
            var byPlace = StreamSupport.stream(rows.spliterator(), false)
                    .collect(Collectors.groupingBy(row -> row.getInteger("place")));
            return IntStream.range(0, wanted.size())
                    .mapToObj(index -> Uni.createFrom()
                            .item(connection(viewer, wanted.get(index), byPlace.getOrDefault(index + 1, List.of()))))
                    .toList();
        });
    }

    private ChatConnectionView connection(Viewer viewer, Timeline timeline, List<Row> rows) {
        var now = clock.instant();
        var edges = rows.stream()
                .filter(row -> row.getUUID("id") != null)
                .map(row -> ChatRows.entry(row, now).view())
                .map(chat -> new ChatEdgeView(
                        chat,
                        () -> cursor(viewer, timeline.contactId(), chat),
                        () -> ChatSort.LAST_ACTIVITY.keyOf(chat, now)))
                .toList();
        var page = Page.of(edges, request(timeline));
        return new ChatConnectionView(
                page.entries(),
                page.info(ChatEdgeView::getCursor),
                page.hasNext() ? page.entries().getLast().getSortKey() : null,
                position(viewer, rows.getFirst()));
    }

    private static PageRequest request(Timeline timeline) {
        return new PageRequest(
                timeline.size(), false, Optional.ofNullable(timeline.after()).map(ListPlace::toString));
    }

    private String position(Viewer viewer, Row row) {
        return cursors.encode(
                viewer.workspaceId(), viewer.userId(), row.getUUID("log_life"), row.getLong("log_position"));
    }

    private String cursor(Viewer viewer, UUID contactId, ChatView chat) {
        var place = ListPlace.of(chat.lastActivityAt(), UUID.fromString(chat.id()));
        return seal.seal(context(viewer, contactId), place.toString());
    }

    private ListPlace place(Viewer viewer, UUID contactId, String cursor) {
        return seal.open(context(viewer, contactId), cursor)
                .flatMap(ListPlace::parse)
                .orElseThrow(() -> new InboxException(
                        ErrorCode.INVALID_CURSOR, "This cursor is not of this customer and user.", "after"));
    }

    private static String context(Viewer viewer, UUID contactId) {
        return "timeline:" + viewer.workspaceId() + ":" + viewer.userId() + ":" + contactId;
    }
}
