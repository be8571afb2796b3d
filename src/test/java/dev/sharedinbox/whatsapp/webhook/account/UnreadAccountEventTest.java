package dev.sharedinbox.whatsapp.webhook.account;

import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.body;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.file;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What nobody reads yet, or is not ours to read, stays in the ledger.
@QuarkusTest
class UnreadAccountEventTest extends AccountEventScene {

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

    private Answer items(String field) {
        return maya.query(
                "query ($field: String) { webhookItems(state: KEPT, field: $field) { edges { node { field reason } } } }",
                Map.of("field", field));
    }
}
