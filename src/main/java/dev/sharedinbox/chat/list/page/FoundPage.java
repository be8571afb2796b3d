package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.platform.PageRequest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What a statement found of a page.
///
/// @param head a row with the head of the change log
/// @param places where the page's chats are and one more, in the order of the list
/// @param edge up to where all chats were looked at; empty when the page is full or the list ends
public record FoundPage(Row head, List<ListPlace> places, Optional<ListPlace> edge) {

    static FoundPage of(RowSet<Row> rows, PageRequest request) {
        var head = rows.iterator().next();
        var places = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getUUID("id") != null)
                .map(FoundPage::place)
                .toList();
        var isCut = places.size() <= request.size() && head.getInteger("edge_segment") != null;
        return new FoundPage(
                head,
                places,
                isCut
                        ? Optional.of(new ListPlace(
                                head.getInteger("edge_segment"),
                                head.get(OffsetDateTime.class, "edge_moment").toInstant(),
                                head.getUUID("edge_id")))
                        : Optional.empty());
    }

    boolean isCut() {
        return edge.isPresent();
    }

    private static ListPlace place(Row row) {
        return new ListPlace(
                row.getInteger("segment"),
                row.get(OffsetDateTime.class, "moment").toInstant(),
                row.getUUID("id"));
    }
}
