package dev.sharedinbox.team;

import org.eclipse.microprofile.graphql.Description;

/// Whether a user takes chats now. Users say so themselves: being connected is not being available, and a
/// phone in a pocket is not being away.
@Description("Whether a user takes chats now.")
public enum Availability {
    @Description("Takes chats.")
    AVAILABLE,
    @Description("Takes no new chats: in a break, in a meeting or off duty.")
    AWAY
}
