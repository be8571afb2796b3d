package dev.sharedinbox.realtime.list;

import dev.sharedinbox.realtime.feed.Listener;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.realtime.list.ListRing.Numbered;
import dev.sharedinbox.realtime.row.ListEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A live listener's way along with its [ListGroup]: it takes what the group decided, as far as it is news for it.
final class ListSignals {

    private final Listener listener;
    private final Optional<UUID> space;
    private final ListGroup group;
    private final ListWay way;
    /// The group's newest signal it has looked at.
    private long number;
    /// Where it went live.
    private long since;

    /// @param space the space whose filter the list has
    ListSignals(Listener listener, Optional<UUID> space, ListGroup group, ListWay way) {
        this.listener = listener;
        this.space = space;
        this.group = group;
        this.way = way;
        skip();
    }

    /// Look at none that there are already.
    void skip() {
        number = group.ring().last();
    }

    /// Go live at the position that was reached: changes up to there are no news.
    void begin() {
        since = way.position();
    }

    /// How many signals it has yet to look at.
    long lag() {
        return group.ring().last() - number;
    }

    /// Return the next items; empty when the group has forgotten some of them.
    Optional<List<LiveItem>> next(int limit) {
        var mark = group.mark();
        return group.ring().after(number, limit).map(found -> take(found, mark, found.size() < limit));
    }

    private List<LiveItem> take(List<Numbered> found, ListGroup.Mark mark, boolean all) {
        var items = new ArrayList<LiveItem>();
        for (var numbered : found) {
            number = numbered.number();
            take(numbered.signal()).ifPresent(items::add);
            if (way.hasEnded()) {
                return items;
            }
        }
        if (all) {
            way.reach(mark.position());
            way.reach(mark.asOf());
        }
        return way.tell(items);
    }

    private Optional<LiveItem> take(ListSignal signal) {
        var isNews = signal.position() > since;
        return switch (signal) {
            case ListSignal.Moved(var event) ->
                isNews || event.byTime() ? Optional.of(listed(event)) : Optional.empty();
            case ListSignal.AccessChanged changed ->
                endIf(isNews && changed.userId().equals(listener.viewer().userId()), ResyncReason.ACCESS_CHANGED);
            case ListSignal.SpaceChanged changed ->
                endIf(isNews && space.filter(changed.spaceId()::equals).isPresent(), ResyncReason.SPACE_CHANGED);
            case ListSignal.Overrun _ -> Optional.of(way.end(ResyncReason.TOO_MANY));
        };
    }

    private LiveItem listed(ListEvent event) {
        way.reach(event.position());
        return new LiveItem.Listed(way.position(), event);
    }

    private Optional<LiveItem> endIf(boolean isFor, ResyncReason reason) {
        return isFor ? Optional.of(way.end(reason)) : Optional.empty();
    }
}
