package dev.sharedinbox.whatsapp.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookRefusalTest {

    private static final byte[] BODY = Meta.body(Meta.messages(Meta.text("16505559001", "wamid.refused", 1, "Hi")))
            .encode()
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void handshake_withTheRightToken_echoesTheBareChallenge() {
        handshake("demo-verify-token")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("1158201444"));
    }

    @Test
    void handshake_withAnotherToken_isForbidden() {
        expectProblem(handshake("guess"), 403, "FORBIDDEN");
    }

    @Test
    void handshake_withoutParameters_isForbidden() {
        expectProblem(given().get("/webhooks/whatsapp/demo"), 403, "FORBIDDEN");
    }

    @Test
    void body_signedWithAnotherSecret_isRefusedAndNotStored() {
        expectNothingStored(() -> expectProblem(
                Meta.post("demo", Meta.signature("other".getBytes(StandardCharsets.UTF_8)), BODY),
                401,
                "INVALID_SIGNATURE"));
    }

    @Test
    void body_withoutSignature_isRefusedAndNotStored() {
        expectNothingStored(() -> expectProblem(Meta.post("demo", "", BODY), 401, "INVALID_SIGNATURE"));
    }

    @Test
    void body_withRubbishForASignature_isRefusedAndNotStored() {
        expectNothingStored(() ->
                expectProblem(Meta.post("demo", "sha256=" + "z".repeat(64), BODY), 401, "INVALID_SIGNATURE"));
    }

    @Test
    void body_thatIsNotJson_isRefusedAndNotStored() {
        expectNothingStored(
                () -> expectProblem(Meta.post("not json".getBytes(StandardCharsets.UTF_8)), 400, "INVALID_INPUT"));
    }

    @Test
    void body_thatIsAJsonArray_isRefusedAndNotStored() {
        expectNothingStored(
                () -> expectProblem(Meta.post("[]".getBytes(StandardCharsets.UTF_8)), 400, "INVALID_INPUT"));
    }

    @Test
    void body_ofTenMegabytes_isRefusedAndNotStored() {
        expectNothingStored(() -> expectProblem(Meta.post(new byte[10 * 1024 * 1024]), 413, "PAYLOAD_TOO_LARGE"));
    }

    @Test
    void unknownPlugin_isNotFound() {
        expectProblem(Meta.post("nobody", Meta.signature(BODY), BODY), 404, "NOT_FOUND");
    }

    @Test
    void wrongVerb_isNotAllowed() {
        given().body(BODY)
                .put("/webhooks/whatsapp/demo")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
    }

    private static Response handshake(String token) {
        return given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.challenge", "1158201444")
                .queryParam("hub.verify_token", token)
                .get("/webhooks/whatsapp/demo");
    }

    private static void expectProblem(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private static void expectNothingStored(Runnable deed) {
        var before = Database.count("select count(*) from webhook_delivery");
        deed.run();
        assertThat(Database.count("select count(*) from webhook_delivery")).isEqualTo(before);
    }
}
