package dev.sharedinbox.realtime.feed;

import dev.sharedinbox.chat.list.page.BoundedCountView;
import dev.sharedinbox.notification.NotificationView;
import dev.sharedinbox.realtime.event.EventJson;
import dev.sharedinbox.realtime.event.NoticeEvent;
import dev.sharedinbox.realtime.row.ListEvent;
import dev.sharedinbox.realtime.tail.FeedEntry;
import dev.sharedinbox.space.count.SpaceCountView;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a listener is told, in order. Being caught up is an item among the others, so that a client can tell replay
/// from live.
public sealed interface LiveItem {

    /// Where the listener stands once it was told.
    long position();

    /// A change the viewer may see.
    record Happened(long position, FeedEntry entry) implements LiveItem {}

    /// The viewer is notified of a change. It comes just before the change and stands before it: a cut between the two
    /// brings both again, and who passes notifications over is told changes as ever.
    record Notified(long position, FeedEntry entry, NoticeEvent event) implements LiveItem {

        /// What to show the viewer.
        public NotificationView notification() {
            return event.notice().view();
        }
    }

    /// The viewer may no longer see the chat. It carries no content.
    record Left(long position, UUID chatId) implements LiveItem {

        /// The event as websocket and REST clients get it.
        public String json() {
            return "{\"type\":\"%s\",\"chatId\":\"%s\"}".formatted(EventJson.CHAT_LEFT, chatId);
        }
    }

    /// A row of the list that the topic is enters, is updated or leaves.
    record Listed(long position, ListEvent event) implements LiveItem {}

    /// How many chats spaces hold.
    ///
    /// @param all whether these are all counts of the topic, in place of any that were told
    record Counted(long position, boolean all, List<SpaceCountView> counts) implements LiveItem {

        /// The word of the event that tells all counts.
        public static final String ALL = "spaceCounts.all";

        /// The word of the event that tells counts that changed.
        public static final String CHANGED = "spaceCounts.changed";

        /// The event as websocket and REST clients get it.
        public String json() {
            return counts.stream()
                    .map(Counted::json)
                    .collect(Collectors.joining(",", "{\"type\":\"" + (all ? ALL : CHANGED) + "\",\"counts\":[", "]}"));
        }

        private static String json(SpaceCountView count) {
            return "{\"spaceId\":\"%s\",\"total\":%s,\"unread\":%s}"
                    .formatted(count.spaceId(), json(count.total()), json(count.unread()));
        }

        private static String json(BoundedCountView count) {
            return "{\"value\":%d,\"exact\":%b}".formatted(count.value(), count.exact());
        }
    }

    /// Replay ends, live begins. Told once.
    record CaughtUp(long position) implements LiveItem {}

    /// Much happened that is not for this listener; here is a cursor nearer to the head.
    record Progress(long position) implements LiveItem {}

    /// The end: events cannot bring this client up to date. After loading afresh it may go on from the position.
    record Resync(long position, ResyncReason reason) implements LiveItem {}
}
