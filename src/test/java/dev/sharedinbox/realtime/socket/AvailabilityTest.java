package dev.sharedinbox.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AvailabilityTest {

    @Inject
    LiveFixtures fixtures;

    @AfterEach
    void comeBack() {
        say("lena", "AVAILABLE");
    }

    @Test
    void away_isToldToEverybodyOfTheWorkspaceWithTheUser() {
        try (var jonas = LiveSession.as("jonas").hello().subscribe("changes").expectCaughtUp();
                var omar = GraphQlSocket.as("omar")
                        .subscribe("s", "subscription { changes { type chatId user { name availability } } }");
                var zoe = LiveSession.as("zoe").hello().subscribe("changes").expectCaughtUp()) {
            assertThat(omar.item("changes").getString("type")).isEqualTo("caughtUp");

            assertThat(say("lena", "AWAY").text("setAvailability.user.availability"))
                    .isEqualTo("AWAY");

            var user = jonas.expectEvent("user.updated").getJsonObject("user");
            assertThat(user.getString("id")).isEqualTo(DemoIds.LENA.toString());
            assertThat(user.getString("availability")).isEqualTo("AWAY");
            var change = omar.item("changes");
            assertThat(change.getString("type")).isEqualTo("user.updated");
            assertThat(change.getJsonObject("user").getString("name")).isEqualTo("Lena");
            fixtures.chatElsewhere();
            zoe.expectEvent("chat.created");
        }
        assertThat(GraphQl.as("jonas").query("{ users { name availability } }").<Map<String, String>>list("users"))
                .contains(
                        Map.of("name", "Lena", "availability", "AWAY"),
                        Map.of("name", "Jonas", "availability", "AVAILABLE"));
    }

    @Test
    void sameAgain_isNoChange() {
        var chat = fixtures.chatOf(DemoIds.JONAS);
        say("lena", "AWAY");
        try (var jonas = LiveSession.as("jonas").hello().subscribe("changes").expectCaughtUp()) {
            assertThat(say("lena", "AWAY").text("setAvailability.user.availability"))
                    .isEqualTo("AWAY");
            fixtures.message(chat, "next");

            jonas.expectEvent("message.created");
        }
    }

    @Test
    void subscriptionToOneChat_hearsNothingOfUsers() {
        var chat = fixtures.chatOf(DemoIds.JONAS);
        try (var jonas =
                LiveSession.as("jonas").hello().subscribeToChat("c", chat).expectCaughtUp()) {
            say("lena", "AWAY");
            fixtures.message(chat, "next");

            jonas.expectEvent("message.created");
        }
    }

    @Test
    void assignee_showsTheirAvailability() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        say("lena", "AWAY");

        assertThat(GraphQl.as("omar")
                        .query(
                                "query ($id: ID!) { chat(id: $id) { assignee { availability } } }",
                                Map.of("id", chat.toString()))
                        .text("chat.assignee.availability"))
                .isEqualTo("AWAY");
    }

    private static Answer say(String user, String availability) {
        return GraphQl.as(user).query("""
                mutation ($input: SetAvailabilityInput!) {
                  setAvailability(input: $input) { user { id availability } errors { code } }
                }
                """, Map.of("input", Map.of("availability", availability)));
    }
}
