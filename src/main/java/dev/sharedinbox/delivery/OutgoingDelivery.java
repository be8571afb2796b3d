package dev.sharedinbox.delivery;

import java.util.UUID;

/// A message to hand to a carrier, by its ids: the carrier fetches the content itself.
///
/// @param workspaceId the workspace of everything else
/// @param messageId the message; it travels with the call, so that a later status can name it
/// @param chatId its chat, whose messages go out in order
/// @param businessNumberId the number it goes out from
public record OutgoingDelivery(UUID workspaceId, UUID messageId, UUID chatId, UUID businessNumberId) {}
