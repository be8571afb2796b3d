package dev.sharedinbox.chat.history;

import dev.sharedinbox.chat.message.MessageRows;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.PageInfoView;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Reads slices of chats, any number in one statement.
@ApplicationScoped
class Histories {

    private final Pool pool;
    private final MessageCursors cursors;

    Histories(Pool pool, MessageCursors cursors) {
        this.pool = pool;
        this.cursors = cursors;
    }

    /// Return a page for each slice. A chat that the viewer may not see any more has an empty one; a slice around a
    /// message that is not in the chat fails alone.
    Uni<List<Uni<MessageConnectionView>>> read(Viewer viewer, List<Slice> slices) {
        var statement = HistoryStatement.of(viewer, slices);
        return pool.preparedQuery(statement.text()).execute(statement.values()).map(rows -> {
            var byPlace = StreamSupport.stream(rows.spliterator(), false)
                    .collect(Collectors.groupingBy(row -> row.getInteger("place")));
            return IntStream.range(0, slices.size())
                    .mapToObj(index -> page(viewer, slices.get(index), byPlace.getOrDefault(index + 1, List.of())))
                    .toList();
        });
    }

    private Uni<MessageConnectionView> page(Viewer viewer, Slice slice, List<Row> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(MessageConnectionView.empty());
        }
        var lastSeq = rows.getFirst().getInteger("last_seq");
        if (slice.around() != null && rows.getFirst().getInteger("pivot_seq") == null) {
            return Uni.createFrom().failure(InboxException.notFound("message", "around"));
        }
        var edges = rows.stream()
                .filter(row -> row.getUUID("id") != null)
                .map(MessageRows::view)
                .map(message -> new MessageEdgeView(message, cursors.encode(viewer, slice.chatId(), message.seq())))
                .toList();
        return Uni.createFrom().item(new MessageConnectionView(edges, info(edges, slice, lastSeq)));
    }

    private static PageInfoView info(List<MessageEdgeView> edges, Slice slice, int lastSeq) {
        if (edges.isEmpty()) {
            return new PageInfoView(slice.backwards() && lastSeq > 0, !slice.backwards() && lastSeq > 0, null, null);
        }
        var first = edges.getFirst();
        var last = edges.getLast();
        return new PageInfoView(last.node().seq() < lastSeq, first.node().seq() > 1, first.cursor(), last.cursor());
    }
}
