package dev.sharedinbox.realtime.feed;

import dev.sharedinbox.realtime.tail.Entries;
import dev.sharedinbox.realtime.tail.FeedEntry;
import dev.sharedinbox.realtime.tail.LogGap;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/// One listener's way through the log: every change its viewer may see, as it is in the log's order.
final class LogFollower implements Follower {

    private final Listener listener;
    private final Entries entries;
    private final Attention attention;
    private final int progressEvery;
    /// The newest position it has looked at.
    private long position;
    /// The newest position its client has a cursor for.
    private long told;
    private boolean caughtUp;
    private boolean ended;

    /// @param progressEvery how many changes of others it may be spared before it is told how far it got
    LogFollower(Listener listener, long start, Entries entries, Attention attention, int progressEvery) {
        this.listener = listener;
        this.entries = entries;
        this.attention = attention;
        this.progressEvery = progressEvery;
        this.position = start;
        this.told = start;
    }

    @Override
    public Listener listener() {
        return listener;
    }

    @Override
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public long lag() {
        return caughtUp ? entries.newest() - position : 0;
    }

    @Override
    public boolean mayHaveMore() {
        return !caughtUp || lag() > 0;
    }

    @Override
    public String cursor() {
        return listener.cursor(position);
    }

    @Override
    public String cursor(LiveItem item) {
        return listener.cursor(item.position());
    }

    @Override
    public Uni<List<LiveItem>> next(int limit) {
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
                .recoverWithItem(() -> List.of(end(listener.head().position(), ResyncReason.EXPIRED)));
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
            case SHOWN -> show(entry, items);
            case LEFT -> items.add(tell(left(entry)));
            case HIDDEN -> {}
            case ACCESS_CHANGED -> items.add(end(position, ResyncReason.ACCESS_CHANGED));
        }
        if (!ended && isAtBorder()) {
            items.add(catchUp());
        }
    }

    private void show(FeedEntry entry, List<LiveItem> items) {
        var notice = entry.notice();
        if (notice != null && attention.isCaughtBy(notice.notice(), entry)) {
            items.add(tell(new LiveItem.Notified(position - 1, entry, notice)));
        }
        items.add(tell(new LiveItem.Happened(position, entry)));
        attention.heed(entry);
    }

    private boolean isAtBorder() {
        return !caughtUp && position >= listener.head().position();
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
