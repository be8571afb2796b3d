package dev.sharedinbox.realtime.count;

import static dev.sharedinbox.testing.SpaceUser.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.LiveFixtures;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Chats with a tag of their own, so that a space with it holds these and no others.
record TaggedChats(LiveFixtures fixtures, UUID tag) {

    static TaggedChats make(LiveFixtures fixtures, Pool pool) {
        return new TaggedChats(fixtures, ChatFixtures.newTag(pool));
    }

    /// One more of them.
    UUID chat(UUID assignee) {
        var chat = fixtures.chatOf(assignee);
        does("addChatTags", Map.of("chatId", chat.toString(), "tagIds", List.of(tag.toString())));
        return chat;
    }

    /// The filter that finds them.
    Map<String, Object> tagged() {
        return rule("tags", "ANY_OF", tag.toString());
    }

    /// An administrator does something to a chat.
    static void does(String deed, Map<String, ?> input) {
        assertThat(Agent.called("maya").does(deed, input).userErrorCodes(deed)).isEmpty();
    }
}
