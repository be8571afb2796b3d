package dev.sharedinbox.channel;

import java.util.UUID;

/// One of a plugin's business numbers.
///
/// @param id our id
/// @param inboxId where its chats arrive
public record BusinessNumberRef(UUID id, UUID inboxId) {}
