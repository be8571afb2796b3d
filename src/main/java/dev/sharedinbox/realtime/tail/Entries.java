package dev.sharedinbox.realtime.tail;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/// Where a follower pulls a workspace's entries from, until it closes it.
public interface Entries extends AutoCloseable {

    /// Return up to `limit` entries that directly follow a position; fail with [LogGap] when they are gone.
    Uni<List<FeedEntry>> after(long position, int limit);

    /// The same, but only if they are at hand; empty when they would have to be read from the database.
    Optional<List<FeedEntry>> atHand(long position, int limit);

    /// The newest position known without looking; for telling how far behind a follower is.
    long newest();

    @Override
    void close();
}
