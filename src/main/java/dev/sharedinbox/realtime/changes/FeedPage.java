package dev.sharedinbox.realtime.changes;

import dev.sharedinbox.realtime.feed.Follower;
import dev.sharedinbox.realtime.feed.LiveItem;
import java.util.List;

/// What one look at the feed found.
///
/// @param items what happened for the viewer, without marks
/// @param cursors the cursor of each item
/// @param cursor where to go on
/// @param caughtUp whether there was nothing more
record FeedPage(List<LiveItem> items, List<String> cursors, String cursor, boolean caughtUp) {

    static FeedPage of(Follower follower, List<LiveItem> found) {
        var items = found.stream().filter(FeedPage::isEvent).toList();
        return new FeedPage(
                items, items.stream().map(follower::cursor).toList(), follower.cursor(), follower.isCaughtUp());
    }

    private static boolean isEvent(LiveItem item) {
        return switch (item) {
            case LiveItem.Notified _, LiveItem.Happened _, LiveItem.Left _, LiveItem.Listed _, LiveItem.Counted _ ->
                true;
            case LiveItem.CaughtUp _, LiveItem.Progress _, LiveItem.Resync _ -> false;
        };
    }
}
