package dev.sharedinbox.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.NotifiedUser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NotificationSettingsTest {

    private final NotifiedUser lena = NotifiedUser.called("lena");
    private final NotifiedUser jonas = NotifiedUser.called("jonas");

    @Inject
    LiveFixtures fixtures;

    @AfterEach
    void forget() {
        NotifiedUser.nobodySaidAnything(fixtures);
    }

    @Test
    void whoNeverSaidAnything_hearsOfTheirOwnChats() {
        assertThat(lena.settings()).isEqualTo("ASSIGNED");
    }

    @Test
    void wish_isTheViewersOwnAndStays() {
        assertThat(lena.wants("NONE")).isEqualTo("NONE");

        assertThat(lena.settings()).isEqualTo("NONE");
        assertThat(jonas.settings()).isEqualTo("ASSIGNED");
        assertThat(lena.wants("ALL")).isEqualTo("ALL");
        assertThat(lena.settings()).isEqualTo("ALL");
    }

    @Test
    void wish_isToldToTheViewerAloneAndOnce() {
        try (var phone = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp();
                var other = LiveSession.as("jonas").hello().subscribe("changes").expectCaughtUp()) {
            // When
            lena.wants("NONE");
            lena.wants("NONE");
            jonas.wants("ALL");
            lena.wants("ASSIGNED");

            // Then
            assertThat(told(phone)).isEqualTo("NONE");
            assertThat(told(phone)).isEqualTo("ASSIGNED");
            assertThat(told(other)).isEqualTo("ALL");
        }
    }

    @Test
    void wrongWish_isRefused() {
        var answer = GraphQl.as("lena")
                .send(
                        "mutation ($input: SetNotificationSettingsInput!) {"
                                + " setNotificationSettings(input: $input) { errors { code } } }",
                        Map.of("input", Map.of("chats", "SOME")));

        assertThat(answer.jsonPath().getList("errors")).isNotEmpty();
        assertThat(lena.settings()).isEqualTo("ASSIGNED");
    }

    /// What the next event says that they want; of the chats that other tests made there may be more between.
    private static String told(LiveSession live) {
        var event = live.expect("event").getJsonObject("event");
        while (!event.getString("type").equals("notificationSettings.updated")) {
            event = live.expect("event").getJsonObject("event");
        }
        assertThat(event.fieldNames()).containsExactlyInAnyOrder("type", "at", "notificationSettings");
        return event.getJsonObject("notificationSettings").getString("chats");
    }
}
