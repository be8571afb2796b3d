package dev.sharedinbox.chat.intake;

import java.util.UUID;

/// A message with its place: which chat, which number in it.
record NewMessage(UUID id, LiveChat chat, int seq, Incoming.Message message) {}
