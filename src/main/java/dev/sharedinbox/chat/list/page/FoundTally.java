package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.change.LogHead;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.stream.IntStream;

/// How many chats a list has and how many of them are unread, at one moment.
///
/// @param head the change log at that moment
public record FoundTally(LogHead head, BoundedCountView total, BoundedCountView unread) {

    /// Read the rows of a [TallyStatement].
    static List<FoundTally> of(List<Row> rows, int limit) {
        return IntStream.range(0, rows.size() / 2)
                .mapToObj(list -> new FoundTally(
                        head(rows.get(2 * list)),
                        FoundCount.of(rows.get(2 * list), limit).view(),
                        FoundCount.of(rows.get(2 * list + 1), limit).view()))
                .toList();
    }

    private static LogHead head(Row row) {
        return new LogHead(row.getUUID("life"), row.getLong("position"), row.getLong("trimmed_to"));
    }
}
