package dev.sharedinbox.realtime;

import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/// One listener's way through the feed. It pulls: nothing is read or kept for a listener that does not ask. Items come
/// in the log's order, each at least once over all connections of a client; [LiveItem.Resync] is the last.
///
/// Not for many threads at once: ask for the next items only when the last ones have come.
final class Follower implements AutoCloseable {

    private final Listener listener;
    private final Cursors cursors;
    private final LogHead head;
    private final Entries entries;
    private final int progressEvery;
    /// The newest position it has looked at.
    private long position;
    /// The newest position its client has a cursor for.
    private long told;
    private boolean caughtUp;
    private boolean ended;

    /// @param head the log when it began: replay ends there
    /// @param progressEvery how many changes of others it may be spared before it is told how far it got
    Follower(Listener listener, LogHead head, long start, Entries entries, Cursors cursors, int progressEvery) {
        this.listener = listener;
        this.head = head;
        this.entries = entries;
        this.cursors = cursors;
        this.progressEvery = progressEvery;
        this.position = start;
        this.told = start;
    }

    Listener listener() {
        return listener;
    }

    Topic topic() {
        return listener.topic();
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    /// How many changes it has yet to look at, as far as known; 0 while it replays.
    long lag() {
        return caughtUp ? entries.newest() - position : 0;
    }

    /// A cursor for everything looked at so far.
    String cursor() {
        return cursor(position);
    }

    String cursor(LiveItem item) {
        return cursor(item.position());
    }

    /// Return the next items, at least one if there is any; an empty list means that nothing new is there yet.
    Uni<List<LiveItem>> next(int limit) {
        if (ended) {
            return Uni.createFrom().item(List.of());
        }
        if (isAtBorder()) {
            return Uni.createFrom().item(List.of(catchUp()));
        }
        return entries.after(position, limit)
                .chain(found -> {
                    var items = look(found);
                    return items.isEmpty() && !found.isEmpty()
                            ? next(limit)
                            : Uni.createFrom().item(items);
                })
                .onFailure(LogGap.class)
                .recoverWithItem(() -> List.of(end(head.position(), ResyncReason.EXPIRED)));
    }

    @Override
    public void close() {
        ended = true;
        entries.close();
    }

    private List<LiveItem> look(List<FeedEntry> found) {
        var items = new ArrayList<LiveItem>();
        for (var entry : found) {
            if (ended) {
                break;
            }
            look(entry, items);
        }
        if (position - told >= progressEvery) {
            items.add(tell(new LiveItem.Progress(position)));
        }
        return items;
    }

    private void look(FeedEntry entry, List<LiveItem> items) {
        position = entry.position();
        switch (listener.sightOf(entry)) {
            case SHOWN -> items.add(tell(new LiveItem.Happened(position, entry)));
            case LEFT -> items.add(tell(left(entry)));
            case HIDDEN -> {}
            case ACCESS_CHANGED -> items.add(end(position, ResyncReason.ACCESS_CHANGED));
        }
        if (!ended && isAtBorder()) {
            items.add(catchUp());
        }
    }

    private boolean isAtBorder() {
        return !caughtUp && position >= head.position();
    }

    private LiveItem catchUp() {
        caughtUp = true;
        return tell(new LiveItem.CaughtUp(position));
    }

    private LiveItem end(long restart, ResyncReason reason) {
        ended = true;
        return tell(new LiveItem.Resync(restart, reason));
    }

    private String cursor(long at) {
        var viewer = listener.viewer();
        return cursors.encode(viewer.workspaceId(), viewer.userId(), head.life(), at);
    }

    private LiveItem tell(LiveItem item) {
        told = item.position();
        return item;
    }

    private static LiveItem left(FeedEntry entry) {
        var chatId = entry.change().chatId();
        if (chatId == null) {
            throw new IllegalStateException("Only a chat can be left");
        }
        return new LiveItem.Left(entry.position(), chatId);
    }
}
