package dev.sharedinbox.chat.sending;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StaleViewTest {

    @Inject
    Database database;

    private Agent maya;
    private Agent omar;

    @BeforeEach
    void signIn() {
        maya = Agent.called("maya");
        omar = Agent.called("omar");
    }

    @Test
    void colleagueAnsweredSince_isRefusedAndNamed() {
        // Given
        var chat = CustomerChat.begun();
        var seen = newestOf(chat);
        maya.sends(chat, "We do.");

        // When
        var answer = omar.send(chat.id(), "We don't.", Map.of("lastSeenMessageId", seen));

        // Then
        assertThat(answer.userErrorCodes("sendMessage")).containsExactly("STALE_VIEW");
        assertThat(answer.text("sendMessage.errors[0].message")).contains("Maya");
        assertThat(omar.send(chat.id(), "As Maya says.", Map.of("lastSeenMessageId", newestOf(chat)))
                        .userErrorCodes("sendMessage"))
                .isEmpty();
    }

    @RepeatedTest(3)
    void twoAnswerTheSameViewAtOnce_onePasses() {
        // Given
        var chat = CustomerChat.begun();
        var seen = Map.of("lastSeenMessageId", newestOf(chat));

        // When
        var codes =
                Stream.of(maya, omar)
                        .map(agent -> supplyAsync(() -> agent.send(chat.id(), "Mine", seen)))
                        .toList()
                        .stream()
                        .map(answer -> answer.join().userErrorCodes("sendMessage"))
                        .toList();

        // Then
        assertThat(codes).containsExactlyInAnyOrder(List.of(), List.of("STALE_VIEW"));
    }

    @Test
    void ownAnswersAndTheCustomersMessages_doNotCount() {
        // Given
        var chat = CustomerChat.begun();
        var seen = Map.of("lastSeenMessageId", newestOf(chat));
        maya.sends(chat, "From my phone");
        chat.writesAgain();

        // Then
        assertThat(maya.send(chat.id(), "From my laptop", seen).userErrorCodes("sendMessage"))
                .isEmpty();
    }

    @Test
    void chatbotAndBusinessApp_count() {
        for (var sender : List.of("CHATBOT", "BUSINESS_APP")) {
            // Given
            var chat = CustomerChat.begun();
            var seen = Map.of("lastSeenMessageId", newestOf(chat));
            maya.sends(chat, "Soon somebody else's");
            become(chat, sender, "0 minutes");

            // Then
            assertThat(maya.send(chat.id(), "Hello", seen).userErrorCodes("sendMessage"))
                    .containsExactly("STALE_VIEW");
        }
    }

    @Test
    void historyThatCameLate_doesNotCount() {
        // Given
        var chat = CustomerChat.begun();
        var seen = Map.of("lastSeenMessageId", newestOf(chat));
        maya.sends(chat, "Soon an old one");
        become(chat, "BUSINESS_APP", "2 days");

        // Then
        assertThat(maya.send(chat.id(), "Hello", seen).userErrorCodes("sendMessage"))
                .isEmpty();
    }

    @Test
    void sameKeyAgain_givesTheSameMessageWhoeverAnsweredSince() {
        // Given
        var chat = CustomerChat.begun();
        var mine = Map.of(
                "lastSeenMessageId",
                newestOf(chat),
                "clientMessageId",
                UUID.randomUUID().toString());
        var first = maya.send(chat.id(), "Yes", mine).text("sendMessage.message.id");
        omar.sends(chat, "Yes!");

        // When
        var again = maya.send(chat.id(), "Yes", mine);

        // Then
        assertThat(again.userErrorCodes("sendMessage")).isEmpty();
        assertThat(again.text("sendMessage.message.id")).isEqualTo(first);
    }

    @Test
    void messageOfAnotherChat_isNotFound() {
        var elsewhere = newestOf(CustomerChat.begun());

        for (var seen : List.of(elsewhere, UUID.randomUUID().toString(), "no id")) {
            var answer = maya.send(CustomerChat.begun().id(), "Hello", Map.of("lastSeenMessageId", seen));
            assertThat(answer.userErrorCodes("sendMessage")).containsExactly("NOT_FOUND");
            assertThat(answer.<Object>get("sendMessage.errors[0].path").toString())
                    .isEqualTo("[input, lastSeenMessageId]");
        }
    }

    private void become(CustomerChat chat, String sender, String age) {
        database.run("""
                update message set sender_kind = $2, sender_user_id = null, sent_at = sent_at - $3::text::interval
                where chat_id = $1 and direction = 'OUTGOING'
                """, UUID.fromString(chat.id()), sender, age);
    }

    private static String newestOf(CustomerChat chat) {
        return Database.column("select last_message_id::text from chat where id = ?::uuid", chat.id())
                .getFirst();
    }
}
