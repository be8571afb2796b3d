package dev.sharedinbox.whatsapp.webhook.account;

import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.body;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SignIn;
import dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.OwnNumber;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountLiveTest {

    private static final String CHANGES = """
            query ($after: String!) { changes(after: $after) { changes { type chatId
                accountEvent { summary template { name } }
                businessNumber { id status { quality account { state } } } } } }
            """;

    private static final String LIVE = """
            subscription { changes { type accountEvent { summary } businessNumber { id status { quality } } } }
            """;

    @Inject
    Database database;

    @Inject
    Plugins plugins;

    private final String template = "t" + UUID.randomUUID().toString().replace("-", "");
    private OwnNumber number;

    @BeforeEach
    void connectNumber() {
        number = OwnNumber.connected(database, plugins);
    }

    @AfterEach
    void removeNumber() {
        number.remove(database, plugins);
    }

    @Test
    void administrator_hearsEventTemplateAndNumberWithAllThereIsToShow() {
        try (var live = LiveSession.as("maya").hello().subscribe("changes").expectCaughtUp()) {
            // When
            post(paused());
            post(flagged());

            // Then
            var told = live.expectEvent("account.event").getJsonObject("accountEvent");
            var updated = live.expectEvent("template.updated").getJsonObject("accountEvent");
            assertThat(told.getString("kind")).isEqualTo("TEMPLATE_PAUSED");
            assertThat(told.getJsonObject("template").getString("name")).isEqualTo(template);
            assertThat(told.getJsonObject("detail").getString("event")).isEqualTo("PAUSED");
            assertThat(updated).isEqualTo(told);
            live.expectEvent("account.event");
            var shown = live.expectEvent("number.updated").getJsonObject("businessNumber");
            assertThat(shown.getString("displayPhone")).isEqualTo("+" + number.phone());
            assertThat(shown.getJsonObject("status").getString("quality")).isEqualTo("LOW");
        }
    }

    @Test
    void agent_hearsOfTheNumberOnly() {
        try (var live = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()) {
            // When
            post(paused());
            post(flagged());

            // Then
            var shown = live.expectEvent("number.updated");
            assertThat(shown.getMap()).containsOnlyKeys("type", "at", "businessNumber");
            assertThat(shown.getJsonObject("businessNumber").getString("id"))
                    .isEqualTo(number.id().toString());
        }
    }

    @Test
    void agentWhoReadsThePastInPages_findsTheNumberOnly() {
        // Given
        var cursor = GraphQl.as("lena").query("{ viewer { cursor } }").text("viewer.cursor");

        // When
        post(paused());
        post(flagged());

        // Then
        var page = GraphQl.as("lena").query(CHANGES, Map.of("after", cursor));
        assertThat(page.<String>list("changes.changes.type")).containsExactly("number.updated");
        assertThat(page.text("changes.changes[0].businessNumber.id"))
                .isEqualTo(number.id().toString());
        assertThat(page.text("changes.changes[0].businessNumber.status.quality"))
                .isEqualTo("LOW");
    }

    @Test
    void restAndGraphQl_tellTheSame() {
        // Given
        var cursor = GraphQl.as("maya").query("{ viewer { cursor } }").text("viewer.cursor");

        // When
        post(flagged());
        post(flagged());

        // Then
        var graph = GraphQl.as("maya").query(CHANGES, Map.of("after", cursor));
        var rest = SignIn.as("maya")
                .queryParam("after", cursor)
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(graph.<String>list("changes.changes.type")).containsExactly("account.event", "number.updated");
        assertThat(rest.<String>getList("changes.type")).containsExactly("account.event", "number.updated");
        assertThat(rest.getString("changes[0].accountEvent.summary"))
                .isEqualTo(graph.text("changes.changes[0].accountEvent.summary"));
        assertThat(rest.getString("changes[1].businessNumber.status.quality")).isEqualTo("LOW");
    }

    @Test
    void subscription_tellsTheSame() {
        try (var live = GraphQlSocket.as("lena").subscribe("1", LIVE)) {
            assertThat(live.item("changes").getString("type")).isEqualTo("caughtUp");

            // When
            post(flagged());

            // Then
            var change = live.item("changes");
            assertThat(change.getString("type")).isEqualTo("number.updated");
            assertThat(change.getJsonObject("accountEvent")).isNull();
            assertThat(change.getJsonObject("businessNumber")
                            .getJsonObject("status")
                            .getString("quality"))
                    .isEqualTo("LOW");
        }
    }

    @Test
    void whoFollowsOneChat_hearsNothingOfAccounts() {
        var chat = CustomerChat.begun();
        try (var live = LiveSession.as("maya").hello()) {
            live.subscribeToChat("chat", chat.id()).expectCaughtUp();

            // When
            post(flagged());
            chat.writesAgain();

            // Then
            live.expectEvent("message.created");
        }
    }

    private JsonObject paused() {
        return body(
                "message_template_status_update",
                Instant.now(),
                new JsonObject()
                        .put("event", "PAUSED")
                        .put("message_template_id", 510000000000009L)
                        .put("message_template_name", template)
                        .put("message_template_language", "en_US"));
    }

    private final Instant flaggedAt = Instant.now();

    private JsonObject flagged() {
        return body(
                "phone_number_quality_update",
                flaggedAt,
                new JsonObject()
                        .put("display_phone_number", number.phone())
                        .put("event", "FLAGGED")
                        .put("current_limit", "TIER_1K"));
    }
}
