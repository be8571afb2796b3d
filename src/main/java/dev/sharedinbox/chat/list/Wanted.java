package dev.sharedinbox.chat.list;

import dev.sharedinbox.filter.Condition;
import dev.sharedinbox.team.Viewer;
import java.time.Instant;

/// A list as it is asked of the database.
///
/// @param viewer who may see what
/// @param filter which chats; checked for the viewer
/// @param sort in which order
/// @param now the time to judge them by
record Wanted(Viewer viewer, Condition<ChatFacts> filter, ChatSort sort, Instant now) {

    Rules rules() {
        return new Rules(filter, viewer.scope());
    }
}
