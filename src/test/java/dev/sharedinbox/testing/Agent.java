package dev.sharedinbox.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// A seeded user at work: `Agent.called("maya").sends(chat, "Hello")`.
///
/// @param api what the user's front end talks to
public record Agent(GraphQl api) {

    public static Agent called(String name) {
        return new Agent(GraphQl.as(name));
    }

    /// Send a text that must be accepted; the message's id.
    public String sends(CustomerChat chat, String text) {
        return send(chat.id(), text, Map.of()).text("sendMessage.message.id");
    }

    public Answer send(String chatId, String text, Map<String, ?> more) {
        var input = new HashMap<String, Object>(
                Map.of("chatId", chatId, "clientMessageId", UUID.randomUUID().toString(), "text", text));
        input.putAll(more);
        return api.query("""
                mutation ($input: SendMessageInput!) {
                  sendMessage(input: $input) {
                    message { id seq text status clientMessageId replyTo { id } sender { user { name } } }
                    errors { code message path }
                  }
                }
                """, Map.of("input", input));
    }

    public Answer retries(String messageId) {
        return api.query("""
                mutation ($input: RetryMessageInput!) {
                  retryMessage(input: $input) { message { id status } errors { code } }
                }
                """, Map.of("input", Map.of("messageId", messageId)));
    }

    /// Do one of the deeds on a chat, such as `closeChat`.
    public Answer does(String deed, Map<String, ?> input) {
        var type = Character.toUpperCase(deed.charAt(0)) + deed.substring(1) + "Input";
        return api.query("""
                mutation ($input: %s!) {
                  %s(input: $input) {
                    chat { id status unread unreadCount closedAt assignee { id } team { id } tags { name } }
                    errors { code path }
                  }
                }
                """.formatted(type, deed), Map.of("input", input));
    }
}
