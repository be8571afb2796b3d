package dev.sharedinbox.realtime;

import dev.sharedinbox.team.Viewer;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// One listener's way through the feed. It pulls: nothing is read or kept for a listener that does not ask. Items come
/// in the log's order, each at least once over all connections of a client; [LiveItem.Resync] is the last.
///
/// Not for many threads at once: ask for the next items only when the last ones have come.
final class Follower {

    private final Viewer viewer;
    private final Topic topic;
    private final Feed feed;
    private final UUID life;
    /// The head when it began: where replay ends.
    private final long border;
    /// The newest position it has looked at.
    private long position;
    /// The newest position its client has a cursor for.
    private long told;
    private boolean caughtUp;
    private boolean ended;

    Follower(Viewer viewer, Topic topic, Feed feed, UUID life, long position, long border) {
        this.viewer = viewer;
        this.topic = topic;
        this.feed = feed;
        this.life = life;
        this.position = position;
        this.told = position;
        this.border = border;
    }

    Topic topic() {
        return topic;
    }

    Viewer viewer() {
        return viewer;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    /// The client's cursor at a position.
    String cursor(long at) {
        return feed.cursor(viewer, life, at);
    }

    /// A cursor for everything looked at so far.
    String cursor() {
        return cursor(position);
    }

    /// Return the next items, at least one if there is any; an empty list means that nothing new is there yet.
    Uni<List<LiveItem>> next(int limit) {
        if (ended) {
            return Uni.createFrom().item(List.of());
        }
        if (!caughtUp && position >= border) {
            return Uni.createFrom().item(List.of(catchUp()));
        }
        return feed.read(viewer.workspaceId(), position, limit)
                .chain(entries -> {
                    var items = look(entries);
                    return items.isEmpty() && !entries.isEmpty()
                            ? next(limit)
                            : Uni.createFrom().item(items);
                })
                .onFailure(LogGap.class)
                .recoverWithItem(() -> List.of(end(border, ResyncReason.EXPIRED)));
    }

    private List<LiveItem> look(List<FeedEntry> entries) {
        var items = new ArrayList<LiveItem>();
        for (var entry : entries) {
            if (ended) {
                break;
            }
            look(entry, items);
        }
        if (position - told >= feed.progressEvery()) {
            items.add(tell(new LiveItem.Progress(position)));
        }
        return items;
    }

    private void look(FeedEntry entry, List<LiveItem> items) {
        position = entry.position();
        switch (entry.sightOf(viewer, topic)) {
            case SHOWN -> items.add(tell(new LiveItem.Happened(position, entry)));
            case LEFT -> items.add(tell(left(entry)));
            case HIDDEN -> {}
            case ACCESS_CHANGED -> items.add(end(position, ResyncReason.ACCESS_CHANGED));
        }
        if (!ended && !caughtUp && position >= border) {
            items.add(catchUp());
        }
    }

    private LiveItem catchUp() {
        caughtUp = true;
        return tell(new LiveItem.CaughtUp(position));
    }

    private LiveItem end(long restart, ResyncReason reason) {
        ended = true;
        return tell(new LiveItem.Resync(restart, reason));
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
