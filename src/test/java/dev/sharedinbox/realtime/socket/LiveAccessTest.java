package dev.sharedinbox.realtime.socket;

import static dev.sharedinbox.testing.LiveSession.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveAccessTest {

    @Inject
    LiveFixtures fixtures;

    @Test
    void colleaguesChat_isInvisible() {
        var hers = fixtures.chatOf(DemoIds.LENA);
        var his = fixtures.chatOf(DemoIds.JONAS);
        try (var live = LiveSession.as("lena").hello()) {
            live.subscribeToChat("his", his).expectError("NOT_FOUND");
            live.subscribe("changes").expectCaughtUp();
            fixtures.message(his, "secret");
            fixtures.message(hers, "hers");

            assertThat(live.expectEvent("message.created").getString("chatId")).isEqualTo(hers.toString());
        }
    }

    @Test
    void manager_seesAllChats() {
        var his = fixtures.chatOf(DemoIds.JONAS);
        try (var live = LiveSession.as("omar").hello().subscribe("changes").expectCaughtUp()) {
            fixtures.message(his, "for the manager too");

            assertThat(live.expectEvent("message.created").getString("chatId")).isEqualTo(his.toString());
        }
    }

    @Test
    void otherWorkspace_isInvisible() {
        var elsewhere = fixtures.chatElsewhere();
        var here = fixtures.chatOf(DemoIds.LENA);
        try (var live = LiveSession.as("maya").hello()) {
            live.subscribeToChat("elsewhere", elsewhere).expectError("NOT_FOUND");
            live.subscribe("changes").expectCaughtUp();
            fixtures.chatElsewhere();
            fixtures.message(here, "here");

            assertThat(live.expectEvent("message.created").getString("chatId")).isEqualTo(here.toString());
        }
    }

    @Test
    void reassigned_isLeftWithoutContentAndNothingFollows() {
        var lost = fixtures.chatOf(DemoIds.LENA);
        var kept = fixtures.chatOf(DemoIds.LENA);
        try (var live = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()) {
            fixtures.assign(lost, DemoIds.JONAS);
            fixtures.message(lost, "secret");
            fixtures.message(kept, "hers");

            var left = live.expectEvent("chat.left");
            assertThat(left.getMap()).containsOnlyKeys("type", "chatId").containsEntry("chatId", lost.toString());
            assertThat(live.expectEvent("message.created").getString("chatId")).isEqualTo(kept.toString());
        }
    }

    @Test
    void assigned_bringsTheWholeChat() {
        var chat = fixtures.chatOf(DemoIds.JONAS);
        try (var live = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()) {
            fixtures.assign(chat, DemoIds.LENA);
            fixtures.message(chat, "now hers");

            var updated = live.expectEvent("chat.updated");
            assertThat(updated.getJsonObject("chat").getJsonObject("assignee").getString("name"))
                    .isEqualTo("Lena");
            live.expectEvent("message.created");
        }
    }

    @Test
    void replay_showsNothingOfAChatThatWasLostMeanwhile() {
        var lost = fixtures.chatOf(DemoIds.LENA);
        var away = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp();
        away.cut();
        fixtures.message(lost, "written while it was hers, read when it no longer is");
        fixtures.assign(lost, DemoIds.JONAS);

        try (var live = LiveSession.as("lena").hello(away.cursor()).subscribe("changes")) {
            live.expectEvent("chat.left");
            live.expectCaughtUp();
        }
    }

    @Test
    void changedRole_endsSubscriptionsAndCountsFromTheNextOn() {
        var his = fixtures.chatOf(DemoIds.JONAS);
        try (var live = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp();
                var jonas = LiveSession.as("jonas").hello().subscribe("changes").expectCaughtUp()) {
            giveRole(DemoIds.MANAGER_ROLE);

            live.expectResync("ACCESS_CHANGED");
            live.expect("viewer");
            live.subscribe("changes").expectCaughtUp();
            fixtures.message(his, "for Lena the manager");
            live.expectEvent("message.created");
            jonas.expectEvent("message.created");
        } finally {
            giveRole(DemoIds.AGENT_ROLE);
        }
    }

    @Test
    void changedRole_isToldOnceWithWhatItAllows() {
        try (var live = LiveSession.as("lena").send("hello")) {
            var before = live.expect("welcome").getJsonObject("viewer");
            live.subscribe("changes").expectCaughtUp();
            live.subscribeToList("list", rule("status", "EQ", "OPEN")).expectCaughtUp();

            giveRole(DemoIds.MANAGER_ROLE);
            var frames = Stream.generate(live::next)
                    .filter(frame -> !frame.getString("type").equals("event"))
                    .limit(3)
                    .toList();

            assertThat(frames)
                    .extracting(frame -> frame.getString("type"))
                    .containsExactlyInAnyOrder("resync", "resync", "viewer");
            var after = frames.stream()
                    .filter(frame -> frame.getString("type").equals("viewer"))
                    .findFirst()
                    .orElseThrow()
                    .getJsonObject("viewer");
            assertThat(after.getString("userId")).isEqualTo(DemoIds.LENA.toString());
            assertThat(after.getString("roleId")).isEqualTo(DemoIds.MANAGER_ROLE.toString());
            assertThat(after.getString("access")).isEqualTo("ALL");
            assertThat(after.getJsonArray("permissions").size())
                    .isGreaterThan(before.getJsonArray("permissions").size());
        } finally {
            giveRole(DemoIds.AGENT_ROLE);
        }
    }

    @Test
    void changedPermissions_areToldWithTheNextSubscriptionAtTheLatest() {
        try (var live = LiveSession.as("lena").hello()) {
            fixtures.execute(
                    "update role set permissions = permissions || '{ADMINISTRATE}' where workspace_id = $1 and id = $2",
                    DemoIds.WORKSPACE,
                    DemoIds.AGENT_ROLE);

            live.subscribe("changes");

            assertThat(live.expect("viewer").getJsonObject("viewer").getJsonArray("permissions"))
                    .contains("ADMINISTRATE");
            live.expectCaughtUp();
        } finally {
            fixtures.execute(
                    "update role set permissions = array_remove(permissions, 'ADMINISTRATE')"
                            + " where workspace_id = $1 and id = $2",
                    DemoIds.WORKSPACE,
                    DemoIds.AGENT_ROLE);
        }
    }

    @Test
    void userWhoWasShutOut_isForbidden() {
        try (var live = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()) {
            setActive(false);
            fixtures.changeAccessOf(DemoIds.LENA);

            live.expectResync("ACCESS_CHANGED");
            live.expectClose(4403);
        } finally {
            setActive(true);
        }
    }

    private void giveRole(Object role) {
        fixtures.execute(
                "update workspace_user set role_id = $2 where workspace_id = $1 and id = $3",
                DemoIds.WORKSPACE,
                role,
                DemoIds.LENA);
        fixtures.changeAccessOf(DemoIds.LENA);
    }

    private void setActive(boolean active) {
        fixtures.execute(
                "update workspace_user set active = $2 where workspace_id = $1 and id = $3",
                DemoIds.WORKSPACE,
                active,
                DemoIds.LENA);
    }
}
