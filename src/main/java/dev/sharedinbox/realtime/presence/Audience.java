package dev.sharedinbox.realtime.presence;

import dev.sharedinbox.team.access.ChatPlace;

/// A connection that hears who is typing and viewing.
@FunctionalInterface
public interface Audience {

    /// Tell it, if its viewer may see a chat that stands at `place` and wants to know. It must return at once.
    void tell(PresenceEvent event, ChatPlace place);
}
