package dev.sharedinbox.team;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static dev.sharedinbox.testing.SpaceUser.everyone;
import static dev.sharedinbox.testing.SpaceUser.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Days begin where the viewer is, wherever filters are taken.
@QuarkusTest
class TimeZoneTest {

    /// Nobody is further ahead of UTC: 2025-01-16 there, 2025-01-15 nearly everywhere else.
    private static final String AHEAD = "Pacific/Kiritimati";

    private static final Instant EVENING = Instant.parse("2025-01-15T20:00:00Z");

    @Inject
    Pool pool;

    @Inject
    Database database;

    @AfterEach
    void goHome() {
        database.run("update workspace_user set time_zone = null");
        database.run("update workspace set time_zone = 'UTC'");
    }

    @Test
    void viewer_isWhereTheySay() {
        assertThat(zoneOf("omar")).isEqualTo("UTC");

        assertThat(set("omar", AHEAD).text("setTimeZone.viewer.timeZone")).isEqualTo(AHEAD);
        assertThat(zoneOf("omar")).isEqualTo(AHEAD);
        assertThat(zoneOf("lena")).isEqualTo("UTC");

        assertThat(set("omar", null).text("setTimeZone.viewer.timeZone")).isEqualTo("UTC");
    }

    @Test
    void whoSaysNothing_isWhereTheWorkspaceIs() {
        database.run("update workspace set time_zone = 'Europe/Berlin' where id = '" + DemoIds.WORKSPACE + "'");

        assertThat(zoneOf("lena")).isEqualTo("Europe/Berlin");
        assertThat(zoneOf("zoe")).isEqualTo("UTC");
    }

    @Test
    void zoneThatIsNone_isRefused() {
        for (var name : List.of("Europe/Atlantis", "", "+02:00", "europe/berlin", "CEST", "'; drop table chat; --")) {
            var answer = set("omar", name);

            assertThat(answer.userErrorCodes("setTimeZone")).containsExactly("TIME_ZONE_UNKNOWN");
            assertThat(answer.<List<List<String>>>get("setTimeZone.errors.path"))
                    .containsExactly(List.of("input", "timeZone"));
        }
        assertThat(zoneOf("omar")).isEqualTo("UTC");
    }

    @Test
    void storedZoneThatNobodyKnowsAnyMore_shutsNobodyOut() {
        database.run("update workspace_user set time_zone = 'Mars/Olympus_Mons' where name = 'Omar'");

        assertThat(zoneOf("omar")).isEqualTo("UTC");
    }

    @Test
    void sharedSpace_hasEachViewersOwnDays() {
        // Given
        var tag = ChatFixtures.newTag(pool);
        var chat =
                chat().tag(tag).assignee(DemoIds.LENA).lastActivityAt(EVENING).insert(pool);
        var filter = Map.of(
                "all", List.of(rule("tags", "ANY_OF", tag.toString()), rule("lastActivityAt", "ON", "2025-01-16")));
        var space = SpaceUser.called("maya").creates("On the 16th", filter, everyone(false));

        // When
        set("lena", AHEAD);

        // Then
        assertThat(listed("lena", space)).containsExactly(chat);
        assertThat(counted("lena", space)).isEqualTo(1);
        assertThat(listed("maya", space)).isEmpty();
        assertThat(counted("maya", space)).isZero();
        assertThat(SpaceUser.called("maya").delete(space).userErrorCodes("deleteSpace"))
                .isEmpty();
    }

    @Test
    void openList_endsWhenItsViewerMoves_andTheNextHasTheirDays() {
        // Given
        var today = EVENING.atZone(ZoneId.of(AHEAD)).toLocalDate().toString();
        var chat = chat().assignee(DemoIds.OMAR).lastActivityAt(EVENING).insert(pool);
        var filter = new JsonObject(rule("lastActivityAt", "ON", today));
        try (var live = LiveSession.as("omar")
                        .hello()
                        .subscribeToList("a", filter)
                        .expectCaughtUp();
                var colleague = LiveSession.as("maya")
                        .hello()
                        .subscribeToList("a", filter)
                        .expectCaughtUp()) {
            // When
            set("omar", AHEAD);

            // Then
            live.expectResync("ACCESS_CHANGED");
            assertThat(toldZone(live)).isEqualTo(AHEAD);
            live.subscribeToList("b", filter).expectCaughtUp();
            assertThat(GraphQl.as("maya")
                            .query(
                                    "mutation ($id: ID!) { markChatUnread(input: {chatId: $id}) { errors { code } } }",
                                    Map.of("id", chat))
                            .userErrorCodes("markChatUnread"))
                    .isEmpty();
            live.expectEventOf("chatList.entered", chat);
            colleague.expectEventOf("chatList.left", chat);
        }
    }

    @Test
    void sayingWhatIsSoAlready_endsNothing() {
        set("omar", AHEAD);
        try (var live = LiveSession.as("omar").hello().subscribe("changes").expectCaughtUp()) {
            set("omar", AHEAD);
            set("omar", "UTC");

            live.expectResync("ACCESS_CHANGED");
            assertThat(toldZone(live)).isEqualTo("UTC");
            assertThat(live.soon()).isEmpty();
        }
    }

    private static String toldZone(LiveSession live) {
        return live.expect("viewer").getJsonObject("viewer").getString("timeZone");
    }

    private static String zoneOf(String user) {
        return GraphQl.as(user).query("{ viewer { timeZone } }").text("viewer.timeZone");
    }

    private static Answer set(String user, String zone) {
        var input = new HashMap<String, Object>();
        input.put("timeZone", zone);
        return GraphQl.as(user).query("""
                mutation ($input: SetTimeZoneInput!) {
                  setTimeZone(input: $input) { viewer { timeZone } errors { code path } } }
                """, Map.of("input", input));
    }

    private static List<String> listed(String user, String space) {
        return GraphQl.as(user)
                .query("query ($id: ID!) { chats(spaceId: $id) { edges { node { id } } } }", Map.of("id", space))
                .list("chats.edges.node.id");
    }

    private static int counted(String user, String space) {
        return GraphQl.as(user)
                .query(
                        "query ($id: String!) { spaceCounts(spaceIds: [$id]) { counts { total { value } } } }",
                        Map.of("id", space))
                .number("spaceCounts.counts[0].total.value");
    }
}
