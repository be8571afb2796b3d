package dev.sharedinbox.realtime.tail;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A workspace's entries for those who look once: read from the database, with nothing at hand and nothing to close.
public record StoredEntries(FeedReader reader, UUID workspaceId) implements Entries {

    @Override
    public Uni<List<FeedEntry>> after(long position, int limit) {
        return reader.read(workspaceId, position, limit);
    }

    @Override
    public Optional<List<FeedEntry>> atHand(long position, int limit) {
        return Optional.empty();
    }

    @Override
    public long newest() {
        return 0;
    }

    @Override
    public void close() {}
}
