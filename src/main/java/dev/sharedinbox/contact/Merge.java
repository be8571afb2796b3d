package dev.sharedinbox.contact;

import java.util.UUID;

/// Two contacts that proved to be one person.
///
/// @param from the younger, which is no contact of its own any more
/// @param into the elder, which everything of the younger follows to
public record Merge(UUID from, UUID into) {}
