package dev.sharedinbox.realtime.socket;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client may say. The first frame is `hello`.
@RegisterForReflection
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", visible = true, defaultImpl = ClientFrame.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientFrame.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ClientFrame.Subscribe.class, name = "subscribe"),
    @JsonSubTypes.Type(value = ClientFrame.Unsubscribe.class, name = "unsubscribe"),
    @JsonSubTypes.Type(value = ClientFrame.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = ClientFrame.Ping.class, name = "ping"),
    @JsonSubTypes.Type(value = ClientFrame.Token.class, name = "token"),
    @JsonSubTypes.Type(value = ClientFrame.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = ClientFrame.Viewing.class, name = "viewing")
})
sealed interface ClientFrame {

    /// Begin.
    ///
    /// @param after the cursor to go on from; none to go on from now
    /// @param workspaceId the workspace, for users of several
    @RegisterForReflection
    record Hello(@Nullable String after, @Nullable String workspaceId) implements ClientFrame {}

    /// Hear of a topic: `changes`, `chat` with a chat's id, `chatList` with what `chats` takes, or `spaceCounts`.
    ///
    /// @param id the client's name for the subscription, unique on its connection and at most 100 characters long
    /// @param filter which chats are in the list, in the form of the GraphQL input; none for all
    /// @param filterText the filter as text instead
    /// @param search part of the customer's name or number
    /// @param spaceId a space whose filter holds beside the others
    /// @param spaceIds the spaces to count; none for those the viewer pinned
    /// @param sort the order of the list; none for the space's
    /// @param after the cursor to go on from, instead of the connection's
    @RegisterForReflection
    record Subscribe(
            @Nullable String id,
            @Nullable String topic,
            @Nullable String chatId,
            @Nullable JsonNode filter,
            @Nullable String filterText,
            @Nullable String search,
            @Nullable String spaceId,
            @Nullable List<String> spaceIds,
            @Nullable String sort,
            @Nullable String after)
            implements ClientFrame {}

    /// Hear no more. Events under way may still come.
    @RegisterForReflection
    record Unsubscribe(@Nullable String id) implements ClientFrame {}

    /// Say what was processed. The server keeps no record of it: the client's cursor does.
    @RegisterForReflection
    record Ack(@Nullable String id, @Nullable String cursor) implements ClientFrame {}

    /// Ask for a `pong`, where protocol pings are out of reach.
    @RegisterForReflection
    record Ping() implements ClientFrame {}

    /// Go on with a newer token of the same user.
    @RegisterForReflection
    record Token(@Nullable String token) implements ClientFrame {

        @Override
        public String toString() {
            return "Token[...]";
        }
    }

    /// The user begins to type in a chat, still does, or stops. To be said again every few seconds while it
    /// goes on.
    @RegisterForReflection
    record Typing(@Nullable String chatId, boolean on) implements ClientFrame {}

    /// The user has a chat open, in place of any other on this connection. It holds while the connection
    /// lives.
    ///
    /// @param chatId none when no chat is open any more
    @RegisterForReflection
    record Viewing(@Nullable String chatId) implements ClientFrame {}

    /// A frame of a type this version does not know.
    @RegisterForReflection
    record Unknown(@Nullable String type, @Nullable String id) implements ClientFrame {}
}
