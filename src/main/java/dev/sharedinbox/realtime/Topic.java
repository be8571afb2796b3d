package dev.sharedinbox.realtime;

import java.util.UUID;

/// What a listener wants to hear of.
sealed interface Topic {

    boolean includes(UUID chatId);

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
