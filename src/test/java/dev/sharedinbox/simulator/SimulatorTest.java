package dev.sharedinbox.simulator;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.EmbeddedDatabaseResource;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;

/// What all tests of the simulator over HTTP share: a fresh world and short ways to its two sides.
@WithTestResource(EmbeddedDatabaseResource.class)
@WithTestResource(WebhookReceiverResource.class)
public abstract class SimulatorTest {

    protected static final String SALES = "300100200300401";
    protected static final String ACCOUNT = "210045600000001";
    protected static final String ADA = "16505551201";

    protected WebhookReceiver receiver;

    @BeforeEach
    void beginAnew() {
        given().delete("/simulator").then().statusCode(204);
        receiver.forget();
    }

    protected static RequestSpecification graph() {
        return given().basePath("/simulator/graph/v25.0")
                .header("Authorization", "Bearer demo-access-token")
                .contentType(ContentType.JSON);
    }

    protected static ValidatableResponse sends(Object body) {
        return graph().body(body).post("/{number}/messages", SALES).then();
    }

    protected static Map<String, Object> text(String to, String text) {
        return Map.of(
                "messaging_product",
                "whatsapp",
                "to",
                "+" + to,
                "type",
                "text",
                "text",
                Map.of("body", text),
                "biz_opaque_callback_data",
                "data of " + text);
    }

    /// Send a text that is accepted, and give its id.
    protected static String sent(String to, String text) {
        return sends(text(to, text)).statusCode(200).extract().path("messages[0].id");
    }

    protected static ValidatableResponse writes(String phone, Object message) {
        return given().contentType(ContentType.JSON)
                .body(message)
                .post("/simulator/customers/{phone}/messages", phone)
                .then();
    }

    /// The customer writes, so that the session window is open; give the message's id.
    protected static String wrote(String phone) {
        return writes(phone, Map.of("text", "Hello")).statusCode(202).extract().path("messageId");
    }

    protected static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20));
    }
}
