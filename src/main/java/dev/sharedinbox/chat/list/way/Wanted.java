package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.Viewer;
import java.time.Instant;
import java.util.UUID;

/// A list as it is asked of the database.
///
/// @param scope which chats whoever asks may see
/// @param filter which of them; checked for the viewer
/// @param sort in which order
/// @param now the time to judge them by
public record Wanted(UUID workspaceId, AccessScope scope, Condition<ChatFacts> filter, ChatSort sort, Instant now) {

    /// The chats that a viewer may see and a filter lets pass.
    public static Wanted of(Viewer viewer, Condition<ChatFacts> filter, ChatSort sort, Instant now) {
        return new Wanted(viewer.workspaceId(), viewer.scope(), filter, sort, now);
    }

    /// Whether other chats may be in it, or in another order, only because time went on.
    public boolean movesWithTime() {
        return !filter.borders().isEmpty() || !sort.borders().isEmpty();
    }

    /// The same, judged by another time.
    public Wanted at(Instant time) {
        return new Wanted(workspaceId, scope, filter, sort, time);
    }

    Rules rules() {
        return new Rules(filter, scope);
    }
}
