package dev.sharedinbox.realtime.changes;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The feed for programs that ask from time to time.
@Path("/v1/changes")
class ChangesResource {

    private final Viewers viewers;
    private final FeedPages pages;

    ChangesResource(Viewers viewers, FeedPages pages) {
        this.viewers = viewers;
        this.pages = pages;
    }

    /// A page as JSON.
    ///
    /// @param changes a JSON array of events, the same that the websocket sends
    /// @param cursor where to go on, even if there was no change for the viewer
    /// @param caughtUp whether there was nothing more
    record Page(@JsonRawValue String changes, String cursor, boolean caughtUp) {}

    @GET
    public Uni<Page> changes(
            @Nullable @QueryParam("after") String after, @Nullable @QueryParam("limit") Integer limit) {
        if (after == null) {
            throw InboxException.invalid("Give the cursor to go on from.", "after");
        }
        return viewers.current()
                .chain(viewer -> pages.read(viewer, after, Optional.ofNullable(limit)))
                .map(ChangesResource::page);
    }

    private static Page page(FeedPage page) {
        return new Page(array(page.items()), page.cursor(), page.caughtUp());
    }

    private static String array(List<LiveItem> items) {
        return items.stream()
                .map(item -> switch (item) {
                    case LiveItem.Notified notified -> notified.event().json();
                    case LiveItem.Happened happened -> happened.entry().json();
                    case LiveItem.Left left -> left.json();
                    case LiveItem.Listed listed -> listed.event().json();
                    case LiveItem.Counted counted -> counted.json();
                    case LiveItem.CaughtUp _, LiveItem.Progress _, LiveItem.Resync _ ->
                        throw new IllegalStateException("A page holds no marks");
                })
                .collect(Collectors.joining(",", "[", "]"));
    }
}
