package dev.sharedinbox.realtime;

import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.ChatSort;
import dev.sharedinbox.chat.list.ListRequest;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.InboxException;
import dev.sharedinbox.realtime.list.FilterJson;
import dev.sharedinbox.space.CountedSpaces;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a listener wants to hear of.
sealed interface Topic {

    boolean includes(UUID chatId);

    /// Read a topic as clients name it.
    ///
    /// @throws InboxException when there is no such topic, when the chat's id cannot be one, or when the filter
    ///     or the sort has not the promised form
    static Topic of(ClientFrame.Subscribe frame) {
        return switch (frame.topic()) {
            case "changes" -> new AllChats();
            case "chat" -> chat(Optional.ofNullable(frame.chatId()).orElse(""));
            case "chatList" -> chatList(frame);
            case "spaceCounts" -> new SpaceCounts(CountedSpaces.named(frame.spaceIds()));
            case null, default ->
                throw InboxException.invalid("Topics are: changes, chat, chatList, spaceCounts.", "topic");
        };
    }

    private static Topic chatList(ClientFrame.Subscribe frame) {
        var query = ChatQuery.of(FilterJson.read(frame.filter(), "filter"), frame.filterText(), frame.search());
        return new ChatList(ListRequest.of(query, frame.spaceId(), sort(frame.sort())));
    }

    private static @Nullable ChatSort sort(@Nullable String word) {
        return word == null
                ? null
                : Stream.of(ChatSort.values())
                        .filter(sort -> sort.name().equals(word))
                        .findFirst()
                        .orElseThrow(() -> InboxException.invalid(
                                "Sorts are: " + Arrays.toString(ChatSort.values()) + ".", "sort"));
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
    /// there,
    /// is for [ListFeed] to say, which knows the viewer.
    record ChatList(ListRequest request) implements Topic {
        @Override
        public boolean includes(UUID chatId) {
            return true;
        }
    }
}
