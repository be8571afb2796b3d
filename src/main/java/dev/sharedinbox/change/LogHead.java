package dev.sharedinbox.change;

import java.util.UUID;

/// The state of a workspace's log at one moment.
///
/// @param life which life of the database the positions belong to
/// @param position the newest position; 0 when nothing happened yet
/// @param trimmedTo the newest position that retention removed; a reader must not start before it
public record LogHead(UUID life, long position, long trimmedTo) {}
