package dev.sharedinbox.chat;

import dev.sharedinbox.team.access.ChatPlace;
import java.time.Instant;
import java.util.UUID;

/// A chat as read from the database: what clients see, and where it stands for the access check. Never hand out
/// the view before [dev.sharedinbox.team.access.AccessScope#allows] said yes to the place.
///
/// @param id the chat's id
/// @param place what decides who may see it
/// @param view what a viewer who may see it gets
public record ChatEntry(UUID id, ChatPlace place, ChatView view) {

    /// The same chat at another time, which may have closed its session window.
    public ChatEntry at(Instant now) {
        var session = view.session().at(now);
        return session.equals(view.session()) ? this : new ChatEntry(id, place, view.with(session));
    }
}
