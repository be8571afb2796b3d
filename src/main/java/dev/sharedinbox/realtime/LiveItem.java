package dev.sharedinbox.realtime;

import dev.sharedinbox.realtime.list.ListSignal;
import java.util.UUID;

/// What a listener is told, in order. Being caught up is an item among the others, so that a client can tell replay
/// from live.
sealed interface LiveItem {

    /// Where the listener stands once it was told.
    long position();

    /// A change the viewer may see.
    record Happened(long position, FeedEntry entry) implements LiveItem {}

    /// The viewer may no longer see the chat. It carries no content.
    record Left(long position, UUID chatId) implements LiveItem {

        String json() {
            return "{\"type\":\"%s\",\"chatId\":\"%s\"}".formatted(EventJson.CHAT_LEFT, chatId);
        }
    }

    /// A row of the list that the topic is enters, is updated or leaves.
    record Listed(long position, ListSignal.Moved moved) implements LiveItem {}

    /// Replay ends, live begins. Told once.
    record CaughtUp(long position) implements LiveItem {}

    /// Much happened that is not for this listener; here is a cursor nearer to the head.
    record Progress(long position) implements LiveItem {}

    /// The end: events cannot bring this client up to date. After loading afresh it may go on from the position.
    record Resync(long position, ResyncReason reason) implements LiveItem {}
}
