package dev.sharedinbox.chat.intake;

import dev.sharedinbox.chat.intake.incoming.Incoming;
import java.util.UUID;

/// A message with its place: which chat, which number in it.
record NewMessage(UUID id, LiveChat chat, int seq, Incoming.Message message) {}
