package dev.sharedinbox.realtime.feed;

import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// One listener's way through what happens. It pulls: nothing is read or kept for a listener that does not ask. Items
/// come in order, each at least once over all connections of a client; [LiveItem.Resync] is the last.
///
/// Not for many threads at once: ask for the next items only when the last ones have come.
public interface Follower extends AutoCloseable {

    /// Whose way it is.
    Listener listener();

    /// Who listens.
    default Viewer viewer() {
        return listener().viewer();
    }

    /// What they listen to.
    default Topic topic() {
        return listener().topic();
    }

    /// Whether it was told all that had happened before it began.
    boolean isCaughtUp();

    /// How much it has yet to look at, as far as known; 0 while it replays.
    long lag();

    /// Whether asking again at once may bring more; if not, the bell says when it is worth while.
    boolean mayHaveMore();

    /// A cursor for everything looked at so far.
    String cursor();

    /// A cursor for everything up to an item.
    String cursor(LiveItem item);

    /// Return the next items, at least one if there is any; an empty list means that nothing new is there yet.
    Uni<List<LiveItem>> next(int limit);

    @Override
    void close();
}
