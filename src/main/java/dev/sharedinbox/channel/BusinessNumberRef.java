package dev.sharedinbox.channel;

import java.util.UUID;

/// What intake needs to know of a business number.
///
/// @param id the number
/// @param inboxId the inbox its new chats arrive in
/// @param afterClose what a message does after its chat was closed
public record BusinessNumberRef(UUID id, UUID inboxId, AfterClose afterClose) {}
