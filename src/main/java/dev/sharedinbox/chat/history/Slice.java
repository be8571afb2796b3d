package dev.sharedinbox.chat.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Some neighbouring messages of a chat.
///
/// @param chatId the chat
/// @param size how many at most
/// @param backwards whether they end before `from`, or begin after it
/// @param from the number of the message not included any more; null at the chat's end
/// @param around the message that must be among them; then `from` counts for nothing
record Slice(
        UUID chatId,
        int size,
        boolean backwards,
        @Nullable Integer from,
        @Nullable UUID around) {}
