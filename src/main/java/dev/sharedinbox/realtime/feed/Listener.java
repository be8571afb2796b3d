package dev.sharedinbox.realtime.feed;

import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.realtime.tail.FeedEntry;
import dev.sharedinbox.team.access.Viewer;
import java.time.Instant;
import java.util.Optional;

/// Who wants to hear of what, and since when.
///
/// @param viewer who, as last read from the database
/// @param topic of what
/// @param head the log when it began to listen: replay ends there
/// @param cursors writes its cursors
public record Listener(Viewer viewer, Topic topic, LogHead head, Cursors cursors) {

    /// What it gets of an entry.
    Sight sightOf(FeedEntry entry) {
        return Sight.of(entry, viewer, topic);
    }

    /// A cursor for a position.
    public String cursor(long position) {
        return cursor(position, Optional.empty());
    }

    /// A cursor for a position.
    ///
    /// @param asOf until when it was told what time alone did, where that matters
    public String cursor(long position, Optional<Instant> asOf) {
        return cursors.encode(viewer.workspaceId(), viewer.userId(), new Cursors.Place(head.life(), position, asOf));
    }
}
