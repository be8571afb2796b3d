package dev.sharedinbox.team.access;

/// What a statement read for a viewer, and which access rules of the workspace held at the moment of that statement.
///
/// @param accessVersion how often the rules had changed, as the workspace's row counts it
public record Seen<T>(T value, long accessVersion) {}
