package dev.sharedinbox.realtime.feed;

import dev.sharedinbox.notification.Notice;
import dev.sharedinbox.notification.NotifiedChats;
import dev.sharedinbox.realtime.tail.FeedEntry;
import java.util.UUID;

/// What a listener's viewer wants to be notified of: as it was when the listener began, and as they said since, on
/// whichever device.
final class Attention {

    private final UUID userId;
    /// What the log says of their wishes up to here is older than what it began with: who muted everything is spared
    /// what they slept through, too.
    private final long knownTo;
    private NotifiedChats wanted;

    /// @param wanted what they wanted when the log's head was where the listener knows it, or later
    Attention(Listener listener, NotifiedChats wanted) {
        userId = listener.viewer().userId();
        knownTo = listener.head().position();
        this.wanted = wanted;
    }

    /// Whether the viewer is to be notified of a change that they see.
    boolean isCaughtBy(Notice notice, FeedEntry entry) {
        var place = entry.place();
        return place != null && notice.isFor(userId, wanted, place);
    }

    /// Take note of what a change that the viewer sees says of their wishes.
    void heed(FeedEntry entry) {
        var settings = entry.aside().notificationSettings();
        if (settings != null && entry.position() > knownTo) {
            wanted = settings.chats();
        }
    }
}
