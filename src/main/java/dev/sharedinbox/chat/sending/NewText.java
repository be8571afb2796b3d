package dev.sharedinbox.chat.sending;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A text that somebody wants to send, with its form checked.
///
/// @param chatId the chat
/// @param clientMessageId the client's key
/// @param text the text
/// @param replyTo the message to quote
/// @param lastSeen the newest message the sender has seen; empty when answers of others do not matter
/// @param expectation who must be the assignee; empty when the client does not mind
record NewText(
        UUID chatId,
        String clientMessageId,
        String text,
        @Nullable UUID replyTo,
        Optional<UUID> lastSeen,
        Optional<Expectation> expectation) {

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_TEXT = 4096;

    static NewText of(SendMessageInput input, boolean checkAssignee) {
        requireLength(input.clientMessageId(), LONGEST_KEY, "clientMessageId");
        requireLength(input.text(), LONGEST_TEXT, "text");
        return new NewText(
                Ids.parse(input.chatId()).orElseThrow(() -> InboxException.notFound("chat", "input", "chatId")),
                input.clientMessageId(),
                input.text(),
                id(input.replyTo()).orElse(null),
                id(input.lastSeenMessageId()),
                checkAssignee
                        ? Optional.of(
                                new Expectation(id(input.expectedAssignee()).orElse(null)))
                        : Optional.empty());
    }

    /// @param assignee the user; null for nobody
    record Expectation(@Nullable UUID assignee) {}

    /// An id that cannot be one of ours stands for something that does not exist, which is what the caller then
    /// finds.
    private static Optional<UUID> id(@Nullable String id) {
        return Optional.ofNullable(id).map(text -> Ids.parse(text).orElse(NOTHING));
    }

    private static final UUID NOTHING = new UUID(0, 0);

    private static void requireLength(String value, int longest, String field) {
        if (value.indexOf('\0') >= 0) {
            throw InboxException.invalid("The character U+0000 is not allowed.", "input", field);
        }
        if (value.isBlank() || value.codePointCount(0, value.length()) > longest) {
            throw InboxException.invalid("From 1 to " + longest + " characters are allowed.", "input", field);
        }
    }
}
