package dev.sharedinbox.realtime.changes;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.realtime.Feed;
import dev.sharedinbox.realtime.feed.Follower;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.Opening;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Reads the feed page by page, for clients that ask instead of listening.
@ApplicationScoped
class FeedPages {

    static final int DEFAULT_SIZE = 100;
    static final int MAX_SIZE = 500;

    private final Feed feed;

    FeedPages(Feed feed) {
        this.feed = feed;
    }

    /// Read up to `size` changes, and the notifications of them, after a cursor; fail with `RESYNC_REQUIRED` when the
    /// client must load afresh.
    Uni<FeedPage> read(Viewer viewer, String after, Optional<Integer> size) {
        var limit = size.orElse(DEFAULT_SIZE);
        if (limit < 1 || limit > MAX_SIZE) {
            throw InboxException.invalid("Ask for 1 to " + MAX_SIZE + " changes.", "first");
        }
        return feed.look(viewer.workspaceId(), Uni.createFrom().item(viewer), after)
                .chain(opening -> switch (opening) {
                    case Opening.Following(var follower) -> read(follower, limit);
                    case Opening.Refused(var reason, var _) -> throw resyncRequired(reason);
                });
    }

    private Uni<FeedPage> read(Follower follower, int limit) {
        return follower.next(limit).map(found -> {
            requireOngoing(found);
            return FeedPage.of(follower, found);
        });
    }

    private static void requireOngoing(List<LiveItem> found) {
        for (var item : found) {
            if (item instanceof LiveItem.Resync resync) {
                throw resyncRequired(resync.reason());
            }
        }
    }

    private static InboxException resyncRequired(ResyncReason reason) {
        return new InboxException(
                ErrorCode.RESYNC_REQUIRED,
                "Load afresh and go on with the cursor of what you load: " + reason,
                "after");
    }
}
