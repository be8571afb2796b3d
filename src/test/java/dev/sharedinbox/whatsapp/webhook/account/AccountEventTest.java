package dev.sharedinbox.whatsapp.webhook.account;

import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.body;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.file;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.post;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Meta tells about accounts, numbers, groups and templates is read once, as events.
@QuarkusTest
class AccountEventTest extends AccountEventScene {

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

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
