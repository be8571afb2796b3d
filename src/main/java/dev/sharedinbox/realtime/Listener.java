package dev.sharedinbox.realtime;

import dev.sharedinbox.team.Viewer;

/// Who wants to hear of what.
///
/// @param viewer who, as last read from the database
/// @param topic of what
record Listener(Viewer viewer, Topic topic) {

    FeedEntry.Sight sightOf(FeedEntry entry) {
        return entry.sightOf(viewer, topic);
    }
}
