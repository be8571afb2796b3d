package dev.sharedinbox.whatsapp.webhook.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.SentMessage;
import dev.sharedinbox.whatsapp.webhook.lane.Pulses;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerApiTest {

    private static final AtomicLong NUMBERS = new AtomicLong(900100200300000L);
    private static final String ITEMS = """
            query ($state: WebhookItemState, $first: Int, $after: String) {
              webhookItems(state: $state, first: $first, after: $after) {
                edges { node { id path field state reason receivedAt raw } }
                pageInfo { hasNextPage endCursor } } }
            """;
    private static final String REPLAY = """
            mutation ($input: ReplayWebhooksInput!) {
              replayWebhooks(input: $input) { result { replayed stillFailing nextFrom } errors { code path } } }
            """;

    @Inject
    Database database;

    @Inject
    Pulses pulses;

    private final String number = Long.toString(NUMBERS.incrementAndGet());
    private GraphQl maya;

    @BeforeEach
    void signIn() {
        maya = GraphQl.as("maya");
    }

    @Test
    void whatIsNotUnderstood_standsInTheLedgerWithItsJson() {
        // Given
        post(Meta.body(Meta.messages(text("good"), text("bad").putNull("timestamp"))));

        // When
        var newest = newest(1);

        // Then
        assertThat(newest.text("webhookItems.edges[0].node.path")).isEqualTo("entry[0].changes[0].value.messages[1]");
        assertThat(newest.text("webhookItems.edges[0].node.state")).isEqualTo("FAILED");
        assertThat(newest.text("webhookItems.edges[0].node.reason")).isEqualTo("timestamp is missing");
        assertThat(newest.text("webhookItems.edges[0].node.raw.id")).isEqualTo("wamid." + number + "bad");
    }

    @Test
    void valueInWhichNothingIsFound_isKept() {
        // Given
        var news = new JsonObject().put("polls", new JsonArray().add(new JsonObject().put("id", "poll-" + number)));

        // When
        post(Meta.body(news));
        post(Meta.body(Meta.messages()));

        // Then
        var newest = newest(1);
        assertThat(newest.text("webhookItems.edges[0].node.path")).isEqualTo("entry[0].changes[0].value");
        assertThat(newest.text("webhookItems.edges[0].node.state")).isEqualTo("KEPT");
        assertThat(newest.text("webhookItems.edges[0].node.raw.polls[0].id")).isEqualTo("poll-" + number);
    }

    @Test
    void statusOfAPayment_isKeptAndNoneOfItsMessage() {
        // Given
        var chat = CustomerChat.begun();
        var message = new SentMessage(Agent.called("maya").sends(chat, "Please pay"));
        await().until(() -> message.delivery().isEmpty());
        var wamid = Database.column("select provider_message_id from message where id = ?::uuid", message.id())
                .getFirst();

        // When
        post(Meta.body(Meta.statuses(new JsonObject()
                .put("id", wamid)
                .put("type", "payment")
                .put("status", "failed")
                .put("timestamp", Long.toString(Instant.now().getEpochSecond())))));

        // Then
        assertThat(newest(1).text("webhookItems.edges[0].node.raw.type")).isEqualTo("payment");
        assertThat(message.status()).isNotEqualTo("FAILED");
    }

    @Test
    void pages_goThroughTheLedgerOnce() {
        // Given
        post(Meta.body(Meta.messages(bad("a"), bad("b"), bad("c"))));

        // When
        var one = newest(2);
        var two = items(Map.of("first", 1, "after", one.text("webhookItems.pageInfo.endCursor")));

        // Then
        assertThat(List.of(
                        one.text("webhookItems.edges[0].node.raw.id"),
                        one.text("webhookItems.edges[1].node.raw.id"),
                        two.text("webhookItems.edges[0].node.raw.id")))
                .containsExactlyInAnyOrder("wamid." + number + "a", "wamid." + number + "b", "wamid." + number + "c");
    }

    @Test
    void numberThatIsConfiguredLater_getsItsMessagesOnceByReplay() {
        // Given
        post(Meta.body(number, Meta.messages(text("1"), text("2"), bad("3"))));
        var item = newest(1).text("webhookItems.edges[0].node.id");
        configureNumber();

        // When
        var first = replay(Map.of("itemIds", List.of(item)));
        var second = replay(Map.of("from", Instant.now().minusSeconds(600).toString()));
        var third = replay(Map.of("itemIds", List.of(item)));

        // Then
        assertThat(first.number("replayWebhooks.result.replayed")).isEqualTo(1);
        assertThat(first.number("replayWebhooks.result.stillFailing")).isEqualTo(1);
        assertThat(second.number("replayWebhooks.result.replayed")).isPositive();
        assertThat(third.number("replayWebhooks.result.replayed")).isZero();
        assertThat(Database.column(
                        "select provider_message_id from message where provider_message_id like ? order by 1",
                        "wamid." + number + "%"))
                .containsExactly("wamid." + number + "1", "wamid." + number + "2");
        assertThat(newest(1).text("webhookItems.edges[0].node.reason")).isEqualTo("timestamp is missing");
    }

    @Test
    void replay_leavesWhatIsStillNotUnderstoodUnderItsId() {
        // Given
        post(Meta.body(Meta.messages(bad("still"))));
        var item = newest(1).text("webhookItems.edges[0].node.id");

        // When
        var replay = replay(Map.of("itemIds", List.of(item)));

        // Then
        assertThat(replay.number("replayWebhooks.result.stillFailing")).isEqualTo(1);
        assertThat(newest(1).text("webhookItems.edges[0].node.id")).isEqualTo(item);
    }

    @Test
    void whoIsNoAdministrator_isRefused() {
        var omar = GraphQl.as("omar");

        assertThat(omar.query(ITEMS).errorCodes()).containsExactly("FORBIDDEN");
        assertThat(omar.query(REPLAY, Map.of("input", Map.of("from", "2026-01-01T00:00:00Z")))
                        .userErrorCodes("replayWebhooks"))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void itemsOfAnotherWorkspace_areNeitherShownNorReplayed() {
        // Given
        post(Meta.body(Meta.messages(bad("mine"))));
        var item = newest(1).text("webhookItems.edges[0].node.id");
        var zoe = GraphQl.as("zoe");

        // When
        var shown = zoe.query(ITEMS);
        var replayed = zoe.query(REPLAY, Map.of("input", Map.of("itemIds", List.of(item))));

        // Then
        assertThat(shown.<String>list("webhookItems.edges.node.id")).doesNotContain(item);
        assertThat(replayed.number("replayWebhooks.result.replayed")).isZero();
    }

    @Test
    void replayOfNothing_isRefused() {
        assertThat(replay(Map.of()).userErrorCodes("replayWebhooks")).containsExactly("INVALID_INPUT");
    }

    @Test
    void health_tellsTheAgeOfTheLastWebhookAndStaysUp() {
        // Given
        configureNumber();
        post(Meta.body(Meta.messages(text("pulse"))));
        pulses.write().await().atMost(Duration.ofSeconds(30));

        // When
        var health =
                given().get("/q/health/ready").then().statusCode(200).extract().jsonPath();

        // Then
        Map<String, String> ages = health.get("checks.find { it.name == 'WhatsApp webhooks' }.data");
        assertThat(ages).containsValue("never");
        assertThat(ages.get(DemoIds.SALES_NUMBER.toString())).matches("PT\\d+S ago");
    }

    @Test
    void metrics_countItemsByOutcome() {
        post(Meta.body(Meta.messages(text("counted"), bad("counted-bad"))));

        var metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(metrics)
                .contains(
                        "inbox_intake_items_total{outcome=\"stored\"}", "inbox_intake_items_total{outcome=\"failed\"}");
        assertThat(metrics)
                .contains("inbox_intake_waiting_oldest_seconds", "inbox_intake_batch_count", "inbox_intake_commit_");
    }

    private Answer newest(int first) {
        return items(Map.of("first", first));
    }

    private Answer items(Map<String, ?> variables) {
        return maya.query(ITEMS, variables);
    }

    private Answer replay(Map<String, ?> input) {
        return maya.query(REPLAY, Map.of("input", input));
    }

    private void configureNumber() {
        database.run(
                "insert into business_number (workspace_id, id, plugin_id, inbox_id, provider_number_id, display_phone)"
                        + " values ($1, $2, $3, $4, $5, $5)",
                DemoIds.WORKSPACE,
                Ids.next(),
                DemoIds.PLUGIN,
                DemoIds.SALES_INBOX,
                number);
    }

    private JsonObject text(String id) {
        return Meta.text("16505556600", "wamid." + number + id, Instant.now().getEpochSecond(), "Hi");
    }

    private JsonObject bad(String id) {
        return text(id).putNull("timestamp");
    }

    private static void post(JsonObject body) {
        Meta.post(body).then().statusCode(200);
    }
}
