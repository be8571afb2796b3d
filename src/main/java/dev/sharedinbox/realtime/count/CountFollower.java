package dev.sharedinbox.realtime.count;

import dev.sharedinbox.chat.list.tally.ChatTally;
import dev.sharedinbox.realtime.feed.Follower;
import dev.sharedinbox.realtime.feed.Listener;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.realtime.tail.FeedEntry;
import dev.sharedinbox.space.count.SpaceCountView;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One listener's way along with the counts of its spaces: all of them first, from then on those that changed. The
/// newest count is the truth, so nothing is replayed; a slow listener is spared what was overtaken.
final class CountFollower implements Follower {

    private final Listener listener;
    /// Whether it wants the spaces that its viewer pinned.
    private final boolean byPins;
    /// The spaces it wants, be they countable or not.
    private final Set<UUID> spaces;
    /// The counts it shows, by their space and in order.
    private final Map<UUID, CountGroup> groups;
    private final SpaceNews news;
    private final Runnable bell;
    private final Runnable left;
    private final Map<UUID, ChatTally> told = new HashMap<>();
    private long position;
    private boolean caughtUp;
    private boolean ended;

    /// @param listener no count it is told is older than its head
    /// @param left called when it is closed
    CountFollower(
            Listener listener,
            boolean byPins,
            Set<UUID> spaces,
            Map<UUID, CountGroup> groups,
            SpaceNews news,
            Runnable bell,
            Runnable left) {
        this.listener = listener;
        this.byPins = byPins;
        this.spaces = spaces;
        this.groups = groups;
        this.news = news;
        this.bell = bell;
        this.left = left;
        position = listener.head().position();
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
        return 0;
    }

    @Override
    public boolean mayHaveMore() {
        return !ended;
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
        return Uni.createFrom().item(ended ? List.of() : step());
    }

    @Override
    public void close() {
        ended = true;
        left.run();
    }

    private List<LiveItem> step() {
        return reasonToEnd().map(this::end).orElseGet(() -> caughtUp ? changed() : all());
    }

    private Optional<ResyncReason> reasonToEnd() {
        for (var entry = news.poll(); entry.isPresent(); entry = news.poll()) {
            var reason = reasonToEnd(entry.get());
            if (reason.isPresent()) {
                return reason;
            }
        }
        return news.isLost() ? Optional.of(ResyncReason.EXPIRED) : Optional.empty();
    }

    private Optional<ResyncReason> reasonToEnd(FeedEntry entry) {
        position = entry.position();
        if (entry.changesAccessOf(viewer())) {
            return Optional.of(ResyncReason.ACCESS_CHANGED);
        }
        var arranged =
                byPins && entry.arrangedBy().filter(viewer().userId()::equals).isPresent();
        return arranged || entry.listChangedOf().filter(spaces::contains).isPresent()
                ? Optional.of(ResyncReason.SPACE_CHANGED)
                : Optional.empty();
    }

    /// Every count, as soon as all of them know what had happened when it began.
    private List<LiveItem> all() {
        var counts = new ArrayList<SpaceCountView>();
        groups.forEach((space, group) ->
                group.tally(listener.head().position(), bell).ifPresent(tally -> counts.add(tell(space, tally))));
        if (counts.size() < groups.size()) {
            return List.of();
        }
        caughtUp = true;
        return List.of(new LiveItem.Counted(position, true, counts), new LiveItem.CaughtUp(position));
    }

    private List<LiveItem> changed() {
        var counts = new ArrayList<SpaceCountView>();
        groups.forEach((space, group) -> group.tally()
                .filter(tally -> !tally.equals(told.get(space)))
                .ifPresent(tally -> counts.add(tell(space, tally))));
        return counts.isEmpty() ? List.of() : List.of(new LiveItem.Counted(position, false, counts));
    }

    private SpaceCountView tell(UUID space, ChatTally tally) {
        told.put(space, tally);
        return SpaceCountView.of(space, tally);
    }

    private List<LiveItem> end(ResyncReason reason) {
        ended = true;
        return List.of(new LiveItem.Resync(position, reason));
    }
}
