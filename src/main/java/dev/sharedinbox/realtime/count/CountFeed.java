package dev.sharedinbox.realtime.count;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.realtime.feed.Listener;
import dev.sharedinbox.realtime.feed.Opening;
import dev.sharedinbox.realtime.feed.Topic;
import dev.sharedinbox.realtime.list.LiveList;
import dev.sharedinbox.space.count.CountedSpace;
import dev.sharedinbox.space.count.CountedSpaces;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The door to live counts.
@ApplicationScoped
public class CountFeed {

    private final ChangeLog log;
    private final Cursors cursors;
    private final CountedSpaces spaces;
    private final CountBoards boards;
    private final SpaceWatches watches;

    CountFeed(ChangeLog log, Cursors cursors, CountedSpaces spaces, CountBoards boards, SpaceWatches watches) {
        this.log = log;
        this.cursors = cursors;
        this.spaces = spaces;
        this.boards = boards;
        this.watches = watches;
    }

    /// Follow the counts of spaces from now on, until the follower is closed. See
    /// [dev.sharedinbox.realtime.Feed#follow]. What the viewer may
    /// see and which spaces there are is read after the watch began, so that no change of either is missed.
    public Uni<Opening> follow(UUID workspaceId, Uni<Viewer> viewer, Topic.SpaceCounts topic, Runnable bell) {
        return log.head(workspaceId).chain(head -> {
            var news = watches.join(workspaceId, head.position(), bell);
            return viewer.chain(who ->
                            spaces.of(who, topic.named()).map(wanted -> follow(who, topic, wanted, news, head, bell)))
                    .onFailure()
                    .invoke(() -> watches.leave(workspaceId, news))
                    .onCancellation()
                    .invoke(() -> watches.leave(workspaceId, news));
        });
    }

    private Opening follow(
            Viewer viewer,
            Topic.SpaceCounts topic,
            List<CountedSpace> wanted,
            SpaceNews news,
            LogHead head,
            Runnable bell) {
        var groups = new LinkedHashMap<UUID, CountGroup>();
        wanted.forEach(space -> space.condition()
                .map(condition ->
                        new LiveList(viewer.workspaceId(), viewer.scope().essence(), condition, ChatSort.LAST_ACTIVITY))
                .ifPresent(list -> groups.put(space.id(), boards.join(list, bell))));
        var ids = wanted.stream().map(CountedSpace::id).collect(Collectors.toCollection(HashSet::new));
        topic.named().ifPresent(ids::addAll);
        var listener = new Listener(viewer, topic, head, cursors);
        return new Opening.Following(new CountFollower(
                listener, topic.named().isEmpty(), ids, groups, news, bell, () -> {
                    watches.leave(viewer.workspaceId(), news);
                    Set.copyOf(groups.values()).forEach(group -> boards.leave(group, bell));
                }));
    }
}
