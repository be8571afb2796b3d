package dev.sharedinbox.chat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What may not be sent is refused before any call.
@QuarkusTest
class RefusedSendingTest extends SendingScene {

    @Test
    void sameKeyForAnotherTextOrChat_isRefused() {
        // Given
        var chat = CustomerChat.begun();
        var other = CustomerChat.begun();
        var key = Map.of("clientMessageId", UUID.randomUUID().toString());
        assertThat(maya.send(chat.id(), "One", key).userErrorCodes("sendMessage"))
                .isEmpty();

        // Then
        assertThat(maya.send(chat.id(), "Two", key).userErrorCodes("sendMessage"))
                .containsExactly("CLIENT_MESSAGE_ID_REUSED");
        assertThat(maya.send(other.id(), "One", key).userErrorCodes("sendMessage"))
                .containsExactly("CLIENT_MESSAGE_ID_REUSED");
    }

    @Test
    void replyToAMessageOfAnotherChat_isRefused() {
        // Given
        var other = CustomerChat.begun();
        var foreign = Database.column("select id::text from message where chat_id = ?::uuid", other.id())
                .getFirst();

        // When
        var answer = maya.send(CustomerChat.begun().id(), "Yes", Map.of("replyTo", foreign));

        // Then
        assertThat(answer.userErrorCodes("sendMessage")).containsExactly("REPLY_TARGET_INVALID");
    }

    @Test
    void closedChat_isRefused() {
        // Given
        var chat = CustomerChat.begun();
        assertThat(maya.does("closeChat", Map.of("chatId", chat.id())).userErrorCodes("closeChat"))
                .isEmpty();

        // Then
        assertThat(maya.send(chat.id(), "Hello", Map.of()).userErrorCodes("sendMessage"))
                .containsExactly("CHAT_CLOSED");
    }

    @Test
    void closedSessionWindow_isRefusedBeforeAnyCall() {
        // Given
        var chat = CustomerChat.begun();
        database.run("""
                update session_window set expires_at = now() - interval '1 second'
                where contact_id = (select contact_id from chat where id = $1)
                """, UUID.fromString(chat.id()));

        // When
        var answer = maya.send(chat.id(), "Hello", Map.of());

        // Then
        assertThat(answer.userErrorCodes("sendMessage")).containsExactly("SESSION_WINDOW_CLOSED");
        assertThat(chat.calls()).isEmpty();
    }

    @Test
    void expectedAssignee_isCheckedOnlyWhenGiven() {
        // Given
        var chat = CustomerChat.begun();
        var nobody = new HashMap<String, Object>();
        nobody.put("expectedAssignee", null);
        assertThat(maya.send(chat.id(), "Nobody's", nobody).userErrorCodes("sendMessage"))
                .isEmpty();

        // When
        assertThat(assign(chat, DemoIds.LENA).userErrorCodes("assignChat")).isEmpty();

        // Then
        assertThat(maya.send(chat.id(), "Nobody's", nobody).userErrorCodes("sendMessage"))
                .containsExactly("ASSIGNEE_CHANGED");
        var lena = Map.of("expectedAssignee", DemoIds.LENA.toString());
        assertThat(maya.send(chat.id(), "Lena's", lena).userErrorCodes("sendMessage"))
                .isEmpty();
        assertThat(maya.send(chat.id(), "Anybody's", Map.of()).userErrorCodes("sendMessage"))
                .isEmpty();
    }

    @Test
    void textOfWrongLength_namesTheField() {
        // Given
        var chat = CustomerChat.begun();

        // Then
        for (var text : new String[] {"", "  ", "x".repeat(4097)}) {
            var answer = maya.send(chat.id(), text, Map.of());
            assertThat(answer.userErrorCodes("sendMessage")).containsExactly("INVALID_INPUT");
            assertThat(answer.<Object>get("sendMessage.errors[0].path").toString())
                    .isEqualTo("[input, text]");
        }
    }

    @Test
    void textWithNul_namesTheField() {
        var answer = maya.send(CustomerChat.begun().id(), "be\0fore", Map.of());

        assertThat(answer.userErrorCodes("sendMessage")).containsExactly("INVALID_INPUT");
        assertThat(answer.<Object>get("sendMessage.errors[0].path").toString()).isEqualTo("[input, text]");
    }

    @Test
    void agent_sendsInOwnChatsOnly() {
        // Given
        var chat = CustomerChat.begun();
        var lena = Agent.called("lena");
        assertThat(lena.send(chat.id(), "Hello", Map.of()).userErrorCodes("sendMessage"))
                .containsExactly("NOT_FOUND");

        // When
        assertThat(assign(chat, DemoIds.LENA).userErrorCodes("assignChat")).isEmpty();

        // Then
        assertThat(lena.send(chat.id(), "Hello", Map.of()).userErrorCodes("sendMessage"))
                .isEmpty();
        assertThat(Agent.called("jonas").send(chat.id(), "Hello", Map.of()).userErrorCodes("sendMessage"))
                .containsExactly("NOT_FOUND");
        assertThat(Agent.called("zoe").send(chat.id(), "Hello", Map.of()).userErrorCodes("sendMessage"))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void roleWithoutPermission_isRefused() {
        // Given
        var chat = CustomerChat.begun();
        var permissions = "update role set permissions = %s(permissions, 'CHAT_REPLY') where id = $1";
        database.run(permissions.formatted("array_remove"), DemoIds.MANAGER_ROLE);

        // When
        var answer = Agent.called("omar").send(chat.id(), "Hello", Map.of());
        database.run(permissions.formatted("array_append"), DemoIds.MANAGER_ROLE);

        // Then
        assertThat(answer.userErrorCodes("sendMessage")).containsExactly("FORBIDDEN");
    }

    private Answer assign(CustomerChat chat, UUID user) {
        return maya.does("assignChat", Map.of("chatId", chat.id(), "userId", user.toString()));
    }
}
