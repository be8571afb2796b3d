package dev.sharedinbox.realtime.feed;

import dev.sharedinbox.chat.list.ListRequest;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a listener wants to hear of.
public sealed interface Topic {

    /// Whether it may tell of what happens in a chat.
    boolean includes(UUID chatId);

    /// The topic of one chat.
    ///
    /// @throws InboxException `NOT_FOUND` when this cannot be a chat's id
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

    /// How many chats spaces hold, instead of what happens in them.
    ///
    /// @param named the spaces; empty for those that the viewer pinned
    record SpaceCounts(Optional<List<UUID>> named) implements Topic {
        @Override
        public boolean includes(UUID chatId) {
            return true;
        }
    }

    /// A list of chats: its rows instead of what happens in the chats. Whether its filter is right, and its space
    /// there, is said when it is followed, by who knows the viewer.
    record ChatList(ListRequest request) implements Topic {
        @Override
        public boolean includes(UUID chatId) {
            return true;
        }
    }
}
