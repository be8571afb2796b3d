package dev.sharedinbox.realtime.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.SignIn;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangesApiTest {

    private static final String PAGE = """
            query ($after: String!, $first: Int) { changes(after: $after, first: $first) {
                changes { cursor type chatId seq at chat { id unreadCount } message { text content } reason }
                cursor caughtUp } }
            """;
    private static final String LIVE = """
            subscription ($after: String) { changes(after: $after) {
                cursor type chatId seq at chat { id } message { text } reason } }
            """;
    private static final String CHAT = """
            subscription ($chatId: ID!) { chatChanges(chatId: $chatId) { type chatId message { text } } }
            """;

    @Inject
    LiveFixtures fixtures;

    @Inject
    MeterRegistry meters;

    @Test
    void page_holdsWhatHappenedAndWhereToGoOn() {
        var cursor = cursorOf("lena");
        var chat = fixtures.chatOf(DemoIds.LENA);
        fixtures.chatOf(DemoIds.JONAS);
        fixtures.message(chat, "Hello?");

        var page = GraphQl.as("lena").query(PAGE, Map.of("after", cursor));

        assertThat(page.<String>list("changes.changes.type"))
                .containsExactly("chat.created", "notification.created", "message.created");
        assertThat(page.text("changes.changes[2].message.text")).isEqualTo("Hello?");
        assertThat(page.text("changes.changes[2].chat.id")).isEqualTo(chat.toString());
        assertThat(page.<Boolean>get("changes.caughtUp")).isTrue();
        assertThat(nextPage(page.text("changes.cursor")).<String>list("changes.changes"))
                .isEmpty();
    }

    @Test
    void smallPages_walkTheSameWay() {
        var cursor = cursorOf("lena");
        var chat = fixtures.chatOf(DemoIds.LENA);
        fixtures.message(chat, "1");

        var first = GraphQl.as("lena").query(PAGE, Map.of("after", cursor, "first", 1));
        var second = nextPage(first.text("changes.cursor"));

        assertThat(first.<Boolean>get("changes.caughtUp")).isFalse();
        assertThat(first.<String>list("changes.changes.type")).containsExactly("chat.created");
        assertThat(second.<String>list("changes.changes.type"))
                .containsExactly("notification.created", "message.created");
    }

    @Test
    void factOfANewerVersion_isPassedOver() {
        // Given
        var cursor = cursorOf("lena");
        var chat = fixtures.chatOf(DemoIds.LENA);
        fixtures.execute("update change set type = 'chat.levitated' where chat_id = $1", chat);
        fixtures.message(chat, "Hello?");

        // When
        var page = GraphQl.as("lena").query(PAGE, Map.of("after", cursor));

        // Then
        assertThat(page.<String>list("changes.changes.type"))
                .containsExactly("notification.created", "message.created");
        assertThat(page.<Boolean>get("changes.caughtUp")).isTrue();
    }

    @Test
    void forgedCursor_requiresResync() {
        var page = GraphQl.as("lena").query(PAGE, Map.of("after", "forged"));

        assertThat(page.errorCodes()).containsExactly("RESYNC_REQUIRED");
    }

    @Test
    void rest_givesTheSameEventsAndRefusesTheSameCursors() {
        var cursor = cursorOf("lena");
        var chat = fixtures.chatOf(DemoIds.LENA);
        fixtures.message(chat, "Hello?");

        var page = SignIn.as("lena")
                .queryParam("after", cursor)
                .get("/v1/changes")
                .then()
                .statusCode(200);
        var problem = SignIn.as("lena")
                .queryParam("after", "forged")
                .get("/v1/changes")
                .then();

        var json = page.extract().jsonPath();
        assertThat(json.getList("changes.type"))
                .containsExactly("chat.created", "notification.created", "message.created");
        assertThat(json.getString("changes[2].message.content.kind")).isEqualTo("test");
        assertThat(json.getBoolean("caughtUp")).isTrue();
        assertThat(problem.statusCode(409).extract().jsonPath().getString("code"))
                .isEqualTo("RESYNC_REQUIRED");
        SignIn.as("lena").get("/v1/changes").then().statusCode(400);
        SignIn.as("lena")
                .queryParam("after", cursor)
                .queryParam("limit", 501)
                .get("/v1/changes")
                .then()
                .statusCode(400);
    }

    @Test
    void subscription_replaysMarksTheBorderAndGoesLive() {
        var cursor = cursorOf("lena");
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var live = GraphQlSocket.as("lena").subscribe("1", LIVE, Map.of("after", cursor))) {
            assertThat(live.item("changes").getString("type")).isEqualTo("chat.created");
            assertThat(live.item("changes").getString("type")).isEqualTo("caughtUp");
            fixtures.message(chat, "live");

            assertThat(live.item("changes").getString("type")).isEqualTo("notification.created");
            var change = live.item("changes");
            assertThat(change.getString("type")).isEqualTo("message.created");
            assertThat(change.getInteger("seq")).isEqualTo(1);
            assertThat(change.getJsonObject("message").getString("text")).isEqualTo("live");
        }
    }

    @Test
    void subscriptionToAChat_hearsOfItOnly() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        var other = fixtures.chatOf(DemoIds.LENA);
        try (var live = GraphQlSocket.as("lena").subscribe("1", CHAT, Map.of("chatId", chat.toString()))) {
            assertThat(live.item("chatChanges").getString("type")).isEqualTo("caughtUp");
            fixtures.message(other, "elsewhere");
            fixtures.message(chat, "here");
            assertThat(live.item("chatChanges").getJsonObject("message").getString("text"))
                    .isEqualTo("here");

            fixtures.assign(chat, DemoIds.JONAS);
            assertThat(live.item("chatChanges").getString("type")).isEqualTo("chat.left");
        }
    }

    @Test
    void subscriptionToAnInvisibleChat_isNotFound() {
        var his = fixtures.chatOf(DemoIds.JONAS);
        try (var live = GraphQlSocket.as("lena").subscribe("1", CHAT, Map.of("chatId", his.toString()))) {
            assertThat(live.errorCode()).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void subscriptionWithAForgedCursor_endsWithResync() {
        try (var live = GraphQlSocket.as("lena").subscribe("1", LIVE, Map.of("after", "forged"))) {
            var change = live.item("changes");

            assertThat(change.getString("type")).isEqualTo("resyncRequired");
            assertThat(change.getString("reason")).isEqualTo("INVALID");
            assertThat(live.next().getString("type")).isEqualTo("complete");
        }
    }

    @Test
    void subscriberWhoStopsReading_isNotWrittenTo() {
        var chat = fixtures.chatOf(DemoIds.LENA);
        try (var live = GraphQlSocket.as("lena").subscribe("1", LIVE)) {
            live.item("changes");
            live.stopReading();
            var before = delivered();
            writeLongTexts(chat, 300);

            await().until(() -> subscriptions() == 0);
            assertThat(delivered() - before).isLessThan(300);
        }
    }

    private void writeLongTexts(UUID chat, int count) {
        for (int i = 0; i < count; i++) {
            fixtures.message(chat, "x".repeat(60_000));
        }
    }

    private Answer nextPage(String cursor) {
        return GraphQl.as("lena").query(PAGE, Map.of("after", cursor));
    }

    private static String cursorOf(String user) {
        return GraphQl.as(user).query("{ viewer { cursor } }").text("viewer.cursor");
    }

    private double delivered() {
        return meters.counter("inbox.live.events").count();
    }

    private double subscriptions() {
        return meters.get("inbox.live.subscriptions").gauge().value();
    }
}
