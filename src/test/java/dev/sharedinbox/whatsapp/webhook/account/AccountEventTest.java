package dev.sharedinbox.whatsapp.webhook.account;

import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.body;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.file;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.post;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.value;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.OwnNumber;
import dev.sharedinbox.whatsapp.webhook.admin.LedgerRetention;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
public class AccountEventTest {

    /// Long before every other test's account webhooks, so that nothing here changes how numbers stand.
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(200));

    private static final AtomicLong SECONDS = new AtomicLong();
    private static final String EVENTS = """
            query ($severity: AccountEventSeverity, $number: ID, $first: Int, $after: String) {
              accountEvents(severity: $severity, businessNumberId: $number, first: $first, after: $after) {
                edges { node { id kind severity summary plugin businessNumber { id } template { providerId name language }
                  detail occurredAt recordedAt } }
                pageInfo { hasNextPage endCursor } } }
            """;
    private static final String COUNTS = "{ webhookItemCounts { field state count exact oldestReceivedAt } }";
    private static final String REPLAY =
            "mutation ($input: ReplayWebhooksInput!) { replayWebhooks(input: $input) { result { stillFailing } } }";

    @Inject
    Database database;

    @Inject
    Plugins plugins;

    @Inject
    LedgerRetention ledger;

    private final Instant at = LONG_AGO.plusSeconds(SECONDS.incrementAndGet() * 60);
    private GraphQl maya;

    @BeforeEach
    void signIn() {
        maya = GraphQl.as("maya");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            account-alerts.json | ACCOUNT_ALERT | WARNING | Limits cannot be increased for your business yet.
            account-review-update.json | ACCOUNT_REVIEWED | INFO | WhatsApp has reviewed and approved the account.
            account-settings-update.json | NUMBER_SETTINGS_CHANGED | INFO | has new settings at WhatsApp.
            account-update-ban-scheduled.json | ACCOUNT_BAN_SCHEDULED | CRITICAL | is going to ban the account on January 31, 2027.
            account-update-offboarded.json | ACCOUNT_DISCONNECTED | CRITICAL | The account was disconnected from us.
            account-update-partner-removed-phone.json | NUMBER_DISCONNECTED | CRITICAL | was disconnected from us: primary inactivity.
            account-update-partner-removed.json | ACCOUNT_DISCONNECTED | CRITICAL | was disconnected from us: primary inactivity.
            account-update-reconnected.json | ACCOUNT_RECONNECTED | INFO | The account is connected to us again.
            account-update-restriction.json | ACCOUNT_RESTRICTED | CRITICAL | it cannot write to customers first; it cannot answer customers.
            account-update-violation.json | ACCOUNT_VIOLATION | WARNING | broke its rules: spam.
            business-capability-update.json | ACCOUNT_LIMITS_CHANGED | INFO | write first to 2,000 customers a day and hold 25 numbers.
            business-capability-update-tier.json | ACCOUNT_LIMITS_CHANGED | INFO | any number of customers and hold 20 numbers.
            business-username-update.json | NUMBER_USERNAME_CHANGED | INFO | has the user name “marlowlane”.
            phone-number-name-update.json | NUMBER_NAME_DECIDED | INFO | may show the name “Marlow Lane Bakery”.
            phone-number-quality-flagged-legacy.json | NUMBER_QUALITY_CHANGED | WARNING | (low quality); it may write first to 10,000 customers a day.
            phone-number-quality-throughput-upgrade.json | NUMBER_THROUGHPUT_RAISED | INFO | may send faster
            security-pin-reset.json | NUMBER_PIN_RESET_REQUESTED | CRITICAL | somebody asked WhatsApp to reset it.
            template-category-update-done.json | TEMPLATE_CATEGORY_CHANGED | WARNING | was moved to the category marketing
            template-category-update-impending.json | TEMPLATE_CATEGORY_CHANGING | WARNING | will be moved to the category marketing on October 15, 2026
            template-components-update.json | TEMPLATE_CONTENT_CHANGED | INFO | has new texts or buttons.
            template-quality-update.json | TEMPLATE_QUALITY_CHANGED | WARNING | (medium quality).
            template-status-approved.json | TEMPLATE_APPROVED | INFO | The template “order_ready” (en_US) was approved.
            template-status-archived.json | TEMPLATE_ARCHIVED | INFO | was put into the archive.
            template-status-disabled.json | TEMPLATE_DISABLED | WARNING | Your template has been disabled.
            template-status-flagged-null-reason.json | TEMPLATE_FLAGGED | WARNING | it will be disabled on January 31, 2027.
            template-status-paused.json | TEMPLATE_PAUSED | WARNING | paused for 3 hours
            template-status-pending-deletion.json | TEMPLATE_DELETED | INFO | is being deleted.
            template-status-rejected-format.json | TEMPLATE_REJECTED | WARNING | Put descriptive words between the parameters.
            template-status-rejected-scam.json | TEMPLATE_REJECTED | WARNING | The template “prize_draw” (pt_BR) was rejected: scam.
            """)
    void whatMetaTellsAboutAnAccount_isReadOnceByAdministrators(
            String file, String kind, String severity, String summary) {
        // When
        post(file(file, at));
        post(file(file, at));

        // Then
        var events = events(Map.of("first", 100)).<Map<String, Object>>list("accountEvents.edges.node").stream()
                .filter(event -> Instant.parse((String) event.get("occurredAt")).equals(wholeSecond()))
                .toList();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event).containsEntry("kind", kind).containsEntry("severity", severity);
            assertThat((String) event.get("summary")).contains(summary).endsWith(".");
            assertThat(new JsonObject(map(event.get("detail")))).isEqualTo(value(file(file, at)));
        });
        assertThat(Database.column("select reason from webhook_item where field = ? and state = 'FAILED'", file))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            errors-value-level.json | WARNING | WhatsApp reports error 130429: Rate limit hit.
            errors-value-level-auth.json | CRITICAL | WhatsApp reports error 0: We were unable to authenticate the app user. The connection
            """)
    void errorOfNoMessage_isAnEventOfItsNumber(String file, String severity, String summary) {
        // When
        post(file(file, at));
        post(file(file, at));

        // Then
        assertThat(at(wholeSecond(), "ERROR_REPORTED")).singleElement().satisfies(event -> {
            assertThat(event).containsEntry("severity", severity);
            assertThat((String) event.get("summary")).startsWith(summary);
            assertThat(map(event.get("businessNumber"))).containsEntry("id", DemoIds.SALES_NUMBER.toString());
        });
    }

    @ParameterizedTest
    @CsvSource({"group-lifecycle-create.json, GROUP_CHANGED", "group-participants-update.json, GROUP_MEMBERS_CHANGED"})
    void whatHappensToAGroup_isAnEventOfItsNumber(String file, String kind) {
        // Given
        var body = file(file, at);
        value(body).getJsonArray("groups").getJsonObject(0).put("timestamp", Long.toString(at.getEpochSecond()));

        // When
        post(body);
        post(body);

        // Then
        assertThat(at(wholeSecond(), kind))
                .singleElement()
                .satisfies(event -> assertThat(map(event.get("businessNumber")))
                        .containsEntry("id", DemoIds.SALES_NUMBER.toString()));
    }

    @Test
    void template_isNamedInTheFormOfItsLanguage() {
        // When
        post(file("template-category-update-done.json", at));

        // Then
        assertThat(at(wholeSecond(), "TEMPLATE_CATEGORY_CHANGED"))
                .singleElement()
                .satisfies(event -> assertThat(map(event.get("template")))
                        .containsEntry("providerId", "510000000000001")
                        .containsEntry("language", "en_US"));
    }

    @Test
    void pagesOfANumber_areNewestFirstWhateverCameFirst() {
        // Given
        var number = OwnNumber.connected(database, plugins);
        for (var minutes : List.of(2, 3, 1)) {
            post(body("security", at.plusSeconds(minutes), security(number, "PIN_CHANGED")));
        }
        post(body("security", at.plusSeconds(9), security(number, "PIN_RESET_REQUEST")));

        // When
        var one = events(Map.of("number", number.id().toString(), "severity", "WARNING", "first", 2));
        var two = events(Map.of(
                "number",
                number.id().toString(),
                "severity",
                "WARNING",
                "first",
                2,
                "after",
                one.text("accountEvents.pageInfo.endCursor")));

        // Then
        var times = one.<String>list("accountEvents.edges.node.occurredAt");
        assertThat(times).containsExactly(time(3), time(2));
        assertThat(two.<String>list("accountEvents.edges.node.occurredAt")).containsExactly(time(1));
        assertThat(two.<Boolean>get("accountEvents.pageInfo.hasNextPage")).isFalse();
        number.remove(database, plugins);
        assertThat(events(Map.of("severity", "CRITICAL", "first", 100))
                        .<String>list("accountEvents.edges.node.summary"))
                .anyMatch(summary -> summary.contains(number.phone()));
    }

    @Test
    void whoIsNoAdministrator_isRefused() {
        for (var name : List.of("lena", "omar")) {
            assertThat(GraphQl.as(name).query(EVENTS).errorCodes()).containsExactly("FORBIDDEN");
            assertThat(GraphQl.as(name).query(COUNTS).errorCodes()).containsExactly("FORBIDDEN");
        }
    }

    @Test
    void otherWorkspace_readsNothingOfIt() {
        // When
        post(file("account-review-update.json", at));

        // Then
        assertThat(GraphQl.as("zoe").query(EVENTS).<String>list("accountEvents.edges"))
                .isEmpty();
    }

    @Test
    void whatMetaAdds_staysInTheLedgerCountedByField() {
        // Given
        var before = count("account_update");

        // When
        post(body("account_update", at, new JsonObject().put("event", "ACCOUNT_BECAME_PURPLE")));
        ledger.count().await().atMost(Duration.ofSeconds(10));

        // Then
        assertThat(count("account_update")).isEqualTo(before + 1);
        assertThat(items("account_update").<String>list("webhookItems.edges.node.reason"))
                .first()
                .isEqualTo("nothing reads this event yet");
        assertThat(given().get("/q/metrics").then().extract().asString())
                .contains("inbox_intake_ledger_items{field=\"account_update\",state=\"kept\"}");
    }

    @Test
    void accountOfSomebodyElse_staysInTheLedger() {
        // When
        post(body("account_review_update", at, new JsonObject().put("decision", "APPROVED"), "210045609999999"));

        // Then
        assertThat(at(wholeSecond(), "ACCOUNT_REVIEWED")).isEmpty();
        assertThat(items("account_review_update").<String>list("webhookItems.edges.node.reason"))
                .contains("the account is not this plugin's");
    }

    @Test
    void fieldWithoutState_isRefused() {
        assertThat(maya.query("{ webhookItems(field: \"messages\") { edges { cursor } } }")
                        .errorCodes())
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void itemKeptBeforeAnythingReadIt_getsItsMeaningByReplay() {
        // Given
        var item = keptBefore(file("account-update-violation.json", at));

        // When
        var replay = maya.query(REPLAY, Map.of("input", Map.of("itemIds", List.of(item))));

        // Then
        assertThat(replay.number("replayWebhooks.result.stillFailing")).isZero();
        assertThat(at(wholeSecond(), "ACCOUNT_VIOLATION")).hasSize(1);
        assertThat(Database.column("select id::text from webhook_item where id = ?::uuid", item))
                .isEmpty();
    }

    private String keptBefore(JsonObject body) {
        var delivery = Ids.next();
        var item = Ids.next();
        database.run(
                "insert into webhook_delivery (workspace_id, id, plugin_id, received_at, body)"
                        + " values ($1, $2, $3, $4, $5)",
                DemoIds.WORKSPACE,
                delivery,
                DemoIds.PLUGIN,
                Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC),
                Buffer.buffer(body.encode()));
        database.run(
                "insert into webhook_item (workspace_id, id, delivery_id, path, field, state, reason)"
                        + " values ($1, $2, $3, 'entry[0].changes[0].value', 'account_update', 'KEPT', 'nobody reads it')",
                DemoIds.WORKSPACE,
                item,
                delivery);
        return item.toString();
    }

    private List<Map<String, Object>> at(Instant time, String kind) {
        return events(Map.of("first", 100)).<Map<String, Object>>list("accountEvents.edges.node").stream()
                .filter(event -> time.equals(Instant.parse((String) event.get("occurredAt"))))
                .filter(event -> kind.equals(event.get("kind")))
                .toList();
    }

    private int count(String field) {
        return maya.query(COUNTS).<Map<String, Object>>list("webhookItemCounts").stream()
                .filter(count -> field.equals(count.get("field")) && "KEPT".equals(count.get("state")))
                .mapToInt(count -> (Integer) count.get("count"))
                .sum();
    }

    private Answer items(String field) {
        return maya.query(
                "query ($field: String) { webhookItems(state: KEPT, field: $field) { edges { node { field reason } } } }",
                Map.of("field", field));
    }

    private Answer events(Map<String, ?> variables) {
        return maya.query(EVENTS, variables);
    }

    private Instant wholeSecond() {
        return Instant.ofEpochSecond(at.getEpochSecond());
    }

    private String time(int seconds) {
        return wholeSecond().plusSeconds(seconds).toString();
    }

    private static JsonObject security(OwnNumber number, String event) {
        return new JsonObject().put("display_phone_number", number.phone()).put("event", event);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
