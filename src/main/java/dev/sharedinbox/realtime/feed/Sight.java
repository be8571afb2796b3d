package dev.sharedinbox.realtime.feed;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.realtime.tail.FeedEntry;
import dev.sharedinbox.team.access.Viewer;

/// What a viewer gets of a change.
enum Sight {
    /// All of it.
    SHOWN,
    /// That the chat is no longer theirs to see, and nothing else.
    LEFT,
    /// Nothing.
    HIDDEN,
    /// It changed what they may see at all.
    ACCESS_CHANGED;

    /// Decide by where the chat stands now and, for those who lose it, where it stood before.
    static Sight of(FeedEntry entry, Viewer viewer, Topic topic) {
        var change = entry.change();
        if (change.type() == ChangeType.UNKNOWN
                || (change.userId() != null && !viewer.userId().equals(change.userId()))) {
            return HIDDEN;
        }
        if (change.type() == ChangeType.ACCESS_CHANGED) {
            return change.userId() == null ? HIDDEN : ACCESS_CHANGED;
        }
        var chatId = change.chatId();
        if (chatId == null && topic instanceof Topic.AllChats && entry.aside().isFor(viewer, change.type())) {
            return SHOWN;
        }
        var place = entry.place();
        if (chatId == null || place == null || !topic.includes(chatId)) {
            return HIDDEN;
        }
        if (viewer.scope().allows(place)) {
            return SHOWN;
        }
        return entry.placeBefore().filter(viewer.scope()::allows).isPresent() ? LEFT : HIDDEN;
    }
}
