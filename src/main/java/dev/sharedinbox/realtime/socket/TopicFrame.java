package dev.sharedinbox.realtime.socket;

import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.ListRequest;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.realtime.feed.Topic;
import dev.sharedinbox.space.count.CountedSpaces;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the topic of a `subscribe` frame.
final class TopicFrame {

    private TopicFrame() {}

    /// Read a topic as clients name it.
    ///
    /// @throws InboxException when there is no such topic, when the chat's id cannot be one, or when the filter
    ///     or the sort has not the promised form
    static Topic read(ClientFrame.Subscribe frame) {
        return switch (frame.topic()) {
            case "changes" -> new Topic.AllChats();
            case "chat" -> Topic.chat(Optional.ofNullable(frame.chatId()).orElse(""));
            case "chatList" -> chatList(frame);
            case "spaceCounts" -> new Topic.SpaceCounts(CountedSpaces.named(frame.spaceIds()));
            case null, default ->
                throw InboxException.invalid("Topics are: changes, chat, chatList, spaceCounts.", "topic");
        };
    }

    private static Topic chatList(ClientFrame.Subscribe frame) {
        var query = ChatQuery.of(FilterJson.read(frame.filter(), "filter"), frame.filterText(), frame.search());
        return new Topic.ChatList(ListRequest.of(query, frame.spaceId(), sort(frame.sort())));
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
}
