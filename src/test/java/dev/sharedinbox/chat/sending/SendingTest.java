package dev.sharedinbox.chat.sending;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What an agent sends goes out once and in order.
@QuarkusTest
class SendingTest extends SendingScene {

    @Test
    void text_isSentAndRead() {
        // Given
        var chat = CustomerChat.begun();

        // When
        var id = maya.sends(chat, "It is on its way.");

        // Then
        await().untilAsserted(() -> assertThat(status(id)).isEqualTo("READ"));
        assertThat(chat.calls()).singleElement().satisfies(call -> {
            assertThat(call).containsEntry("callbackData", id).containsEntry("outcome", "ACCEPTED");
            assertThat(call.get("request").toString()).contains("+" + chat.phone(), "individual", "It is on its way.");
        });
        assertThat(Database.column("select outcome from delivery_attempt where message_id = ?::uuid", id))
                .containsExactly("ACCEPTED");
        assertThat(Database.count("select count(*) from delivery where message_id = ?::uuid", id))
                .isZero();
    }

    @Test
    void answer_showsTheStoredMessage() {
        // Given
        var chat = CustomerChat.begun();

        // When
        var answer = maya.send(chat.id(), "Hello Ada", Map.of("clientMessageId", "key of " + chat.id()));

        // Then
        assertThat(answer.userErrorCodes("sendMessage")).isEmpty();
        assertThat(answer.number("sendMessage.message.seq")).isEqualTo(2);
        assertThat(answer.text("sendMessage.message.status")).isEqualTo("QUEUED");
        assertThat(answer.text("sendMessage.message.clientMessageId")).isEqualTo("key of " + chat.id());
        assertThat(answer.text("sendMessage.message.sender.user.name")).isEqualTo("Maya");
        assertThat(Database.column(
                        "select last_message_direction || coalesce(waiting_since::text, '') from chat where id = ?::uuid",
                        chat.id()))
                .containsExactly("OUTGOING");
    }

    @Test
    void sameKeyAtTheSameTime_isOneMessageAndOneCall() {
        // Given
        var chat = CustomerChat.begun();
        var key = Map.of("clientMessageId", UUID.randomUUID().toString());

        // When
        var answers =
                Stream.generate(() -> supplyAsync(() -> maya.send(chat.id(), "Once", key))).limit(8).toList().stream()
                        .map(answer -> answer.join().text("sendMessage.message.id"))
                        .distinct()
                        .toList();

        // Then
        assertThat(answers).hasSize(1);
        await().untilAsserted(() -> assertThat(status(answers.getFirst())).isEqualTo("READ"));
        assertThat(chat.calls()).hasSize(1);
    }

    @Test
    void sameKeyAfterTheChatWasClosed_givesTheSameMessage() {
        // Given
        var chat = CustomerChat.begun();
        var key = Map.of("clientMessageId", UUID.randomUUID().toString());
        var first = maya.send(chat.id(), "Bye", key).text("sendMessage.message.id");
        assertThat(maya.does("closeChat", Map.of("chatId", chat.id())).userErrorCodes("closeChat"))
                .isEmpty();

        // When
        var again = maya.send(chat.id(), "Bye", key);

        // Then
        assertThat(again.text("sendMessage.message.id")).isEqualTo(first);
    }

    @Test
    void messagesOfAChat_goOutInOrder() {
        // Given
        var chat = CustomerChat.begun();

        // When
        var ids = Stream.of("one", "two", "three", "four", "five")
                .map(text -> maya.sends(chat, text))
                .toList();

        // Then
        await().untilAsserted(() -> assertThat(chat.calls()).hasSize(5));
        assertThat(chat.calls()).extracting(call -> call.get("callbackData")).isEqualTo(ids);
    }

    @Test
    void reply_quotesTheCustomersMessage() {
        // Given
        var chat = CustomerChat.begun();
        var quoted = Database.column("select id::text from message where chat_id = ?::uuid", chat.id())
                .getFirst();

        // When
        var answer = maya.send(chat.id(), "Yes", Map.of("replyTo", quoted));

        // Then
        assertThat(answer.text("sendMessage.message.replyTo.id")).isEqualTo(quoted);
        var providerId = Database.column("select provider_message_id from message where id = ?::uuid", quoted)
                .getFirst();
        await().untilAsserted(() -> assertThat(chat.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.get("request").toString()).contains(providerId)));
    }

    @Test
    void sending_movesTheChatInListsByTag() {
        // Given
        var chat = CustomerChat.begun();
        assertThat(maya.does("addChatTags", Map.of("chatId", chat.id(), "tagIds", new String[] {vip()}))
                        .userErrorCodes("addChatTags"))
                .isEmpty();

        // When
        var ignored = maya.sends(chat, "Hello");

        // Then
        assertThat(ignored).isNotNull();
        assertThat(Database.count("""
                select count(*) from chat join chat_tag t on t.workspace_id = chat.workspace_id and t.chat_id = chat.id
                where chat.id = ?::uuid and t.last_activity_at = chat.last_activity_at
                    and chat.last_activity_at = (select sent_at from message where id = chat.last_message_id)
                """, chat.id())).isEqualTo(1);
    }

    private static String vip() {
        return Database.column("select id::text from tag where name = 'vip'").getFirst();
    }

    private static String status(String messageId) {
        return Database.column("select status from message where id = ?::uuid", messageId)
                .getFirst();
    }
}
