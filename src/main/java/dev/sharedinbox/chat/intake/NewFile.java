package dev.sharedinbox.chat.intake;

import dev.sharedinbox.chat.intake.incoming.Incoming;
import java.util.UUID;

/// A file together with the message that announces it; imported files wait behind live ones.
record NewFile(UUID messageId, Incoming.File file, boolean imported) {}
