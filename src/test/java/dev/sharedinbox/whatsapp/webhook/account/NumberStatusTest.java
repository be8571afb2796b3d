package dev.sharedinbox.whatsapp.webhook.account;

import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.body;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.channel.status.AccountWatch;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.OwnNumber;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NumberStatusTest {

    private static final String NUMBERS = """
            { businessNumbers { id status { quality messagingLimit { customersPerDay } displayName displayNameState
                username throughput connection account { state reason until } } } }
            """;

    private static final Instant BEGINNING = Instant.now().minusSeconds(4_000);

    /// So new that no other test's webhooks about the demo account are newer.
    private static Instant clock = Instant.now().minusSeconds(3_000);

    @Inject
    Database database;

    @Inject
    Plugins plugins;

    @Inject
    AccountWatch watch;

    private OwnNumber number;

    @BeforeEach
    void connectNumber() {
        // Odd bodies of other tests tell of any time, the future included.
        database.run("delete from plugin_status where plugin_id = $1", DemoIds.PLUGIN);
        number = OwnNumber.connected(database, plugins);
    }

    @AfterEach
    void removeNumber() {
        number.remove(database, plugins);
    }

    @Test
    void whatWasNeverTold_isUnknown() {
        var status = status("lena");

        assertThat(status.get("quality")).isNull();
        assertThat(status.get("messagingLimit")).isNull();
        assertThat(status.get("displayName")).isNull();
        assertThat(status).containsKey("account");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tellingsInAnyOrderAndTwice_endInTheSameStatus(long order) {
        // Given
        var bodies = new ArrayList<>(List.of(
                quality(1, "FLAGGED", "TIER_1K"),
                quality(2, "UNFLAGGED", "TIER_10K"),
                quality(3, "FLAGGED", "TIER_250"),
                quality(4, "THROUGHPUT_UPGRADE", "TIER_UNLIMITED"),
                name(1, "APPROVED", "Marlow Lane"),
                name(2, "REJECTED", "Best Bakery Ever"),
                username(1, "marlow", "approved"),
                username(2, "marlowlane", "approved")));
        bodies.addAll(List.copyOf(bodies));
        Collections.shuffle(bodies, new Random(order));

        // When
        bodies.forEach(AccountWebhook::post);

        // Then
        assertThat(status("lena"))
                .containsEntry("quality", "LOW")
                .containsEntry("throughput", "HIGH")
                .containsEntry("displayName", "Marlow Lane")
                .containsEntry("displayNameState", "REJECTED")
                .containsEntry("username", "marlowlane");
        assertThat(map(status("lena").get("messagingLimit"))).containsEntry("customersPerDay", null);
    }

    @Test
    void tellingsOfTheSameMoment_areNotDecidedByWhicheverComesLast() {
        // Given
        post(username(1, "one", "approved"));
        post(username(1, "two", "approved"));
        var settled = status("maya").get("username");

        // When
        post(username(1, "two", "approved"));
        var afterTwo = status("maya").get("username");
        post(username(1, "one", "approved"));

        // Then
        assertThat(List.of(afterTwo, status("maya").get("username"))).containsOnly(settled);
    }

    @Test
    void userNameGivenUp_isGone() {
        // Given
        post(username(2, "marlow", "deleted"));

        // When
        post(username(1, "marlow", "approved"));

        // Then
        assertThat(status("lena").get("username")).isNull();
    }

    @Test
    void limitOfTheAccount_holdsForEachNumber() {
        // When
        post(body(
                "business_capability_update",
                tick(),
                new JsonObject().put("max_daily_conversations_per_business", 2_000)));

        // Then
        assertThat(map(status("lena").get("messagingLimit"))).containsEntry("customersPerDay", 2_000);
    }

    @Test
    void bannedAccount_stillTakesMessagesInAndIsSeenByAgentsUntilReinstated() {
        // Given
        var banned = body("account_update", tick(), ban("DISABLE"));
        var reinstated = body("account_update", tick(), ban("REINSTATE"));

        // When
        post(banned);
        post(Meta.body(Meta.messages(Meta.text(
                "16505556677", "wamid.banned-" + number.phone(), Instant.now().getEpochSecond(), "Hello?"))));

        // Then
        assertThat(account()).containsEntry("state", "BANNED");
        watch.count().await().atMost(Duration.ofSeconds(10));
        assertThat(metrics()).contains("inbox_accounts{state=\"banned\"} 1.0");
        assertThat(Database.count(
                        "select count(*) from message where provider_message_id = ?", "wamid.banned-" + number.phone()))
                .isOne();
        post(reinstated);
        post(banned);
        assertThat(account()).containsEntry("state", "ACTIVE");
        watch.count().await().atMost(Duration.ofSeconds(10));
        assertThat(metrics()).contains("inbox_accounts{state=\"banned\"} 0.0");
    }

    @Test
    void restriction_tellsWhyAndEndsByItself() {
        // When
        post(restriction(tick(), Instant.now().plusSeconds(3_600)));
        var restricted = account();
        post(restriction(tick(), Instant.now().minusSeconds(1)));

        // Then
        assertThat(restricted)
                .containsEntry("state", "RESTRICTED")
                .containsEntry("reason", "it cannot write to customers first.");
        assertThat(restricted.get("until")).isNotNull();
        assertThat(account()).containsEntry("state", "ACTIVE").containsEntry("reason", null);
    }

    @Test
    void numberTakenFromUs_isConnectedAgainWithItsAccount() {
        // Given
        var removed = new JsonObject()
                .put("event", "PARTNER_REMOVED")
                .put("phone_number", number.phone())
                .put("disconnection_info", new JsonObject().put("reason", "PRIMARY_INACTIVITY"));

        // When
        post(body("account_update", tick(), removed));
        var lost = status("lena");
        post(body("account_update", tick(), new JsonObject().put("event", "ACCOUNT_RECONNECTED")));

        // Then
        assertThat(lost).containsEntry("connection", "DISCONNECTED");
        assertThat(map(lost.get("account"))).containsEntry("state", "ACTIVE");
        assertThat(status("lena")).containsEntry("connection", "CONNECTED");
    }

    private static String metrics() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private static Instant tick() {
        clock = clock.plusSeconds(1);
        return clock;
    }

    private JsonObject quality(int second, String event, String limit) {
        return body(
                "phone_number_quality_update",
                at(second),
                ours().put("event", event).put("current_limit", limit));
    }

    private JsonObject name(int second, String decision, String name) {
        var value = ours().put("decision", decision).put("requested_verified_name", name);
        return body("phone_number_name_update", at(second), value);
    }

    private JsonObject username(int second, String name, String status) {
        return body(
                "business_username_updates",
                at(second),
                ours().put("username", name).put("status", status));
    }

    private static JsonObject ban(String state) {
        return new JsonObject()
                .put("event", "DISABLED_UPDATE")
                .put("ban_info", new JsonObject().put("waba_ban_state", state));
    }

    private static JsonObject restriction(Instant at, Instant until) {
        var restriction = new JsonObject()
                .put("restriction_type", "RESTRICTED_BIZ_INITIATED_MESSAGING")
                .put("expiration", until.getEpochSecond());
        return body(
                "account_update",
                at,
                new JsonObject()
                        .put("event", "ACCOUNT_RESTRICTION")
                        .put("restriction_info", new JsonArray().add(restriction)));
    }

    private JsonObject ours() {
        return new JsonObject().put("display_phone_number", number.phone());
    }

    private static Instant at(int second) {
        return BEGINNING.plusSeconds(second);
    }

    private Map<String, Object> account() {
        return map(status("lena").get("account"));
    }

    private Map<String, Object> status(String user) {
        return statusOf(user, number);
    }

    private static Map<String, Object> statusOf(String user, OwnNumber number) {
        return GraphQl.as(user).query(NUMBERS).<Map<String, Object>>list("businessNumbers").stream()
                .filter(found -> number.id().toString().equals(found.get("id")))
                .map(found -> map(found.get("status")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
