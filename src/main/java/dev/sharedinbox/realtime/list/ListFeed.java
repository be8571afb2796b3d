package dev.sharedinbox.realtime.list;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.Cursors.Place;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.SavedFilter;
import dev.sharedinbox.chat.list.Selection;
import dev.sharedinbox.chat.list.Selections;
import dev.sharedinbox.realtime.feed.Listener;
import dev.sharedinbox.realtime.feed.Opening;
import dev.sharedinbox.realtime.feed.Resume;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.realtime.feed.Topic;
import dev.sharedinbox.realtime.tail.LogConfig;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The door to live lists.
@ApplicationScoped
public class ListFeed {

    private final ChangeLog log;
    private final Cursors cursors;
    private final ListGroups groups;
    private final Selections selections;
    private final LogConfig config;
    private final Clock clock;

    ListFeed(ChangeLog log, Cursors cursors, ListGroups groups, Selections selections, LogConfig config, Clock clock) {
        this.log = log;
        this.cursors = cursors;
        this.groups = groups;
        this.selections = selections;
        this.config = config;
        this.clock = clock;
    }

    /// Follow a list after a cursor, else from now on, until the follower is closed. See
    /// [dev.sharedinbox.realtime.Feed#follow].
    ///
    /// @return fails with `INVALID_FILTER` when the filter is wrong for the viewer, with
    ///     `NOT_FOUND` when they do not see the space
    public Uni<Opening> follow(
            UUID workspaceId, Uni<Viewer> viewer, Topic.ChatList topic, Optional<String> after, Runnable bell) {
        return log.head(workspaceId)
                .chain(head -> viewer.chain(who -> selections
                        .of(who, topic.request())
                        .map(selection -> open(who, topic, selection, head, after, bell))));
    }

    private Opening open(
            Viewer viewer,
            Topic.ChatList topic,
            Selection selection,
            LogHead head,
            Optional<String> after,
            Runnable bell) {
        var list =
                new LiveList(viewer.workspaceId(), viewer.scope().essence(), selection.check(viewer), selection.sort());
        var listener = new Listener(viewer, topic, head, cursors);
        var space = selection.saved().map(SavedFilter::id);
        var now = clock.instant();
        if (after.isEmpty()) {
            return following(listener, space, list, head.position(), now, bell);
        }
        var place = cursors.decode(viewer.workspaceId(), viewer.userId(), after.get());
        return switch (Resume.at(head, place, config.maxBehind())) {
            case Resume.From(var position) ->
                asOf(list, place, now)
                        .map(asOf -> following(listener, space, list, position, asOf, bell))
                        .orElseGet(() -> refused(listener, now, ResyncReason.INVALID));
            case Resume.Afresh(var reason) -> refused(listener, now, reason);
        };
    }

    /// Only cursors of lists and their pages say what time alone had done by then; it matters to some lists only.
    private static Optional<Instant> asOf(LiveList list, Optional<Place> place, Instant now) {
        return list.movesWithTime() ? place.flatMap(Place::asOf) : Optional.of(now);
    }

    private Opening following(
            Listener listener, Optional<UUID> space, LiveList list, long position, Instant asOf, Runnable bell) {
        var group = groups.join(list, bell);
        return new Opening.Following(new ListFollower(
                listener,
                space,
                group,
                new ListGroup.Mark(position, asOf),
                config.progressEvery(),
                clock,
                bell,
                () -> groups.leave(group, bell)));
    }

    private static Opening refused(Listener listener, Instant now, ResyncReason reason) {
        return new Opening.Refused(reason, listener.cursor(listener.head().position(), Optional.of(now)));
    }
}
