package dev.sharedinbox.realtime.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.NotifiedUser;
import dev.sharedinbox.testing.SentMessage;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What notifies whom, for every role, wish and kind.
@QuarkusTest
class NotificationKindsTest {

    @Inject
    LiveFixtures fixtures;

    @AfterEach
    void forget() {
        NotifiedUser.nobodySaidAnything(fixtures);
    }

    @Test
    void chatOfAnAgent_notifiesWhomItConcerns() {
        // Given
        var scene = NotificationScene.begun(fixtures);

        // When
        scene.isGiven("omar", DemoIds.LENA);
        scene.fails("lena", "Good morning");
        scene.fails("omar", "How are you?");
        scene.chat().writesAgain();
        scene.misses("call");
        scene.closesSoon();

        // Then
        assertThat(scene.heard())
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("maya NONE", ""),
                        Map.entry("maya ASSIGNED", ""),
                        Map.entry("maya ALL", "MESSAGE MISSED_CALL SESSION_CLOSING"),
                        Map.entry("omar NONE", ""),
                        Map.entry("omar ASSIGNED", "MESSAGE_FAILED"),
                        Map.entry("omar ALL", "MESSAGE_FAILED MESSAGE MISSED_CALL SESSION_CLOSING"),
                        Map.entry("lena NONE", ""),
                        Map.entry("lena ASSIGNED", "CHAT_ASSIGNED MESSAGE_FAILED MESSAGE MISSED_CALL SESSION_CLOSING"),
                        Map.entry("lena ALL", "CHAT_ASSIGNED MESSAGE_FAILED MESSAGE MISSED_CALL SESSION_CLOSING"),
                        Map.entry("jonas NONE", ""),
                        Map.entry("jonas ASSIGNED", ""),
                        Map.entry("jonas ALL", ""))));
    }

    @Test
    void chatThatAManagerTakes_doesNotNotifyThemOfTheirOwnDeed() {
        // Given
        var scene = NotificationScene.begun(fixtures);

        // When
        scene.isGiven("omar", DemoIds.OMAR);
        scene.chat().writesAgain();

        // Then
        assertThat(scene.heard())
                .containsEntry("omar ASSIGNED", "MESSAGE")
                .containsEntry("omar ALL", "MESSAGE")
                .containsEntry("maya ASSIGNED", "")
                .containsEntry("maya ALL", "MESSAGE")
                .containsEntry("lena ALL", "");
    }

    @Test
    void chatThatIsGivenOn_notifiesWhoHasItOnce() {
        // Given
        var scene = NotificationScene.begun(fixtures);
        var team = Database.column(
                        "select id::text from team where workspace_id = ?::uuid limit 1", DemoIds.WORKSPACE.toString())
                .getFirst();

        // When
        scene.isGiven("maya", DemoIds.OMAR);
        scene.isGiven("maya", DemoIds.LENA);
        scene.isGiven("maya", Map.of("userId", DemoIds.LENA.toString(), "teamId", team));

        // Then
        assertThat(scene.heard())
                .containsEntry("omar ASSIGNED", "")
                .containsEntry("omar ALL", "")
                .containsEntry("lena ASSIGNED", "CHAT_ASSIGNED");
    }

    @Test
    void chatsGivenInBulk_notifyTheirNewAssignee() {
        // Given
        var chats = Stream.generate(CustomerChat::begun)
                .limit(3)
                .map(CustomerChat::id)
                .toList();
        var lena = NotifiedUser.called("lena");
        var since = lena.cursor();
        var input = Map.of(
                "clientRequestId",
                UUID.randomUUID().toString(),
                "deed",
                "ASSIGN",
                "chatIds",
                chats,
                "userId",
                DemoIds.LENA.toString());

        // When
        var answer = Agent.called("omar")
                .api()
                .query(
                        "mutation ($input: BulkChatsInput!) { bulkChats(input: $input) { errors { code } } }",
                        Map.of("input", input));

        // Then
        assertThat(answer.userErrorCodes("bulkChats")).isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(chats)
                        .allSatisfy(
                                chat -> assertThat(lena.kindsAfter(since, chat)).containsExactly("CHAT_ASSIGNED")));
    }

    @Test
    void notification_saysWhoAndWhat() {
        // Given
        var scene = NotificationScene.begun(fixtures);
        scene.isGiven("omar", DemoIds.LENA);
        var failed = scene.fails("lena", "Good morning");
        scene.chat().writesAgain();
        scene.misses("call");
        scene.closesSoon();
        var lena = NotifiedUser.called("lena");
        var chat = scene.chat().id();

        // When
        var told = lena.notificationsAfter(scene.since().get("lena"), chat);

        // Then
        assertThat(told)
                .extracting(notification -> notification.getString("body"))
                .containsExactly(
                        "Omar assigned this chat to you.",
                        "Your message failed: " + new SentMessage(failed).failure("title"),
                        "Hello",
                        "Missed call",
                        "Waits for an answer, and the session window closes soon.");
        assertThat(told)
                .extracting(notification -> notification.getString("title"))
                .containsOnly(Database.column("""
                        select contact.display_name from contact join chat on chat.contact_id = contact.id
                        where chat.id = ?::uuid
                        """, chat).getFirst());
        assertThat(told)
                .extracting(notification -> notification.getString("id"))
                .doesNotHaveDuplicates();
        assertThat(lena.notificationsAfter(scene.since().get("lena"), chat)).isEqualTo(told);
    }
}
