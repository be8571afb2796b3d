package dev.sharedinbox.chat.intake;

import java.util.UUID;

/// A file together with the message that announces it.
record NewFile(UUID messageId, Incoming.File file) {}
