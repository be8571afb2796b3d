package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.chat.list.known.News;
import dev.sharedinbox.chat.list.way.ListPlace;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.platform.sql.Times;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a statement found of a page.
///
/// @param news of the change log at the moment of the statement
/// @param accessVersion of the workspace at that moment, see [dev.sharedinbox.team.access.Seen]
/// @param places where the page's chats are and one more, in the order of the list
/// @param edge up to where all chats were looked at; empty when the page is full or the list ends
public record FoundPage(News news, long accessVersion, List<ListPlace> places, Optional<ListPlace> edge) {

    static FoundPage of(Row row, PageRequest request, long since) {
        var places = places(row);
        var isCut = places.size() <= request.size() && row.getInteger("edge_segment") != null;
        return new FoundPage(
                News.of(row, since),
                row.getLong("access_version"),
                places,
                isCut
                        ? Optional.of(new ListPlace(
                                row.getInteger("edge_segment"), Times.of(row, "edge_moment"), row.getUUID("edge_id")))
                        : Optional.empty());
    }

    boolean isCut() {
        return edge.isPresent();
    }

    private static List<ListPlace> places(Row row) {
        var ids = row.getArrayOfUUIDs("ids");
        if (ids == null) {
            return List.of();
        }
        var segments = row.getArrayOfIntegers("segments");
        var moments = row.getArrayOfOffsetDateTimes("moments");
        return IntStream.range(0, ids.length)
                .mapToObj(at -> new ListPlace(segments[at], moments[at].toInstant(), ids[at]))
                .toList();
    }
}
