package dev.sharedinbox.realtime;

import dev.sharedinbox.realtime.count.CountFeed;
import dev.sharedinbox.realtime.feed.LogFeed;
import dev.sharedinbox.realtime.feed.Opening;
import dev.sharedinbox.realtime.feed.Topic;
import dev.sharedinbox.realtime.list.ListFeed;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The door to the feed: one for the websocket, GraphQL and REST, so that all of them give the same.
@ApplicationScoped
public class Feed {

    private final LogFeed log;
    private final ListFeed lists;
    private final CountFeed counts;

    Feed(LogFeed log, ListFeed lists, CountFeed counts) {
        this.log = log;
        this.lists = lists;
        this.counts = counts;
    }

    /// Follow a topic live, after a cursor, else from now on, until the follower is closed. Counts are told as they are
    /// now, whatever the cursor.
    ///
    /// @param viewer reads the viewer; it is asked when the head is known, so that no change of access is missed
    /// @param bell called when there may be more to pull; it must return at once
    /// @return fails with `NOT_FOUND` when the topic is a chat that the viewer cannot see, with `INVALID_FILTER`
    ///     when it is a list with a wrong filter
    public Uni<Opening> follow(
            UUID workspaceId, Uni<Viewer> viewer, Topic topic, Optional<String> after, Runnable bell) {
        return switch (topic) {
            case Topic.AllChats _, Topic.OneChat _ -> log.follow(workspaceId, viewer, topic, after, bell);
            case Topic.ChatList list -> lists.follow(workspaceId, viewer, list, after, bell);
            case Topic.SpaceCounts spaces -> counts.follow(workspaceId, viewer, spaces, bell);
        };
    }

    /// Look at what is there now, without waiting for more.
    public Uni<Opening> look(UUID workspaceId, Uni<Viewer> viewer, String after) {
        return log.look(workspaceId, viewer, after);
    }

    /// A cursor for the log's head.
    public Uni<String> cursor(Viewer viewer) {
        return log.cursor(viewer);
    }
}
