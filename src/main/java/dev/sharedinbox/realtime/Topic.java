package dev.sharedinbox.realtime;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.InboxException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a listener wants to hear of.
sealed interface Topic {

    boolean includes(UUID chatId);

    /// Read a topic as clients name it.
    ///
    /// @throws InboxException when there is no such topic, or when the chat's id cannot be one
    static Topic of(@Nullable String word, @Nullable String chatId) {
        return switch (word) {
            case "changes" -> new AllChats();
            case "chat" -> chat(Optional.ofNullable(chatId).orElse(""));
            case null, default -> throw InboxException.invalid("Topics are: changes, chat.", "topic");
        };
    }

    static Topic chat(String id) {
        return Ids.parse(id).map(OneChat::new).orElseThrow(() -> InboxException.notFound("chat", "chatId"));
    }

    /// Everything the viewer may see.
    record AllChats() implements Topic {
        @Override
        public boolean includes(UUID chatId) {
            return true;
        }
    }

    /// One chat.
    record OneChat(UUID chatId) implements Topic {
        @Override
        public boolean includes(UUID other) {
            return chatId.equals(other);
        }
    }
}
