package dev.sharedinbox.realtime.socket;

import dev.sharedinbox.team.access.Viewer;

/// What a connection is bound to from hello on.
///
/// @param viewer who it speaks as, as the client was last told
/// @param cursor where subscriptions without a cursor of their own begin
/// @param attending its part in who is typing and viewing
record Terms(Viewer viewer, String cursor, Attending attending) {}
