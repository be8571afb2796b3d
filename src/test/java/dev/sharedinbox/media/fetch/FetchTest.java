package dev.sharedinbox.media.fetch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.media.CustomerFile;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FetchTest {

    private static final byte[] PDF = "%PDF-1.4 not much of one".getBytes(StandardCharsets.US_ASCII);

    @AfterEach
    void endFaults() {
        everyCallMeets("NONE");
    }

    @ParameterizedTest
    @CsvSource({
        "image,image/jpeg",
        "video,video/mp4",
        "audio,audio/ogg",
        "document,application/pdf",
        "sticker,image/webp"
    })
    void fileOfACustomer_isFetchedAndItsTypeFound(String kind, String type) {
        // When
        var file = CustomerFile.sample(kind).becomes("READY");

        // Then
        assertThat(file.<String>shown("maya", "detectedType")).isEqualTo(type);
        assertThat(file.<Number>shown("maya", "size").longValue()).isPositive();
        assertThat(Database.count(
                        "select count(*) from change where type = 'message.updated' and chat_id = ?::uuid",
                        file.chat()))
                .isEqualTo(1);
    }

    @Test
    void wrongHash_failsAsDamaged() {
        // Given
        var medium = medium(CustomerFile.uploaded(PDF, "application/pdf")).put("sha256", "00".repeat(32));

        // When
        var file = CustomerFile.announced("document", medium).becomes("FAILED");

        // Then
        assertThat(file.<String>shown("maya", "failure.code")).isEqualTo("DAMAGED");
        assertThat(file.<String>shown("maya", "failure.advice")).contains("send it again");
        assertThat(file.<String>shown("maya", "url")).isNull();
    }

    @Test
    void vanishedFile_failsAsGone() {
        // Given
        var mediaId = CustomerFile.uploaded(PDF, "application/pdf");
        CustomerFile.vanishes(mediaId);

        // When
        var file = CustomerFile.announced("document", medium(mediaId)).becomes("FAILED");

        // Then
        assertThat(file.column("failure")).isEqualTo("GONE");
        assertThat(file.column("attempts")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_500", "TOKEN_EXPIRED", "RUBBISH", "RATE_LIMITED"})
    void troubleThatPasses_delaysTheFileOnly(String fault) {
        // Given
        everyCallMeets(fault);
        var file = CustomerFile.sample("image");
        file.becomes("PENDING");

        // When
        everyCallMeets("NONE");

        // Then
        file.becomes("READY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.example/x",
                "http://lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com@files.example/x",
                "http://127.0.0.1:1/x",
                "file:///etc/passwd",
                "not an address"
            })
    void addressElsewhere_isNeverCalled(String url) {
        // When
        var file = CustomerFile.announced("document", new JsonObject().put("url", url));

        // Then
        assertThat(file.becomes("FAILED").column("failure")).isEqualTo("NOT_TRUSTED");
    }

    @Test
    void redirectIntoOurNetwork_isNotFollowed() {
        // Given
        var port = RestAssured.port;
        var url = "http://localhost:" + port + "/simulator/redirects?to=http://127.0.0.1:" + port + "/q/health";

        // When
        var file = CustomerFile.announced("document", new JsonObject().put("url", url));

        // Then
        assertThat(file.becomes("FAILED").column("failure")).isEqualTo("NOT_TRUSTED");
    }

    @Test
    void fileOlderThanWhatsappKeepsIt_isGivenUp() {
        // Given
        everyCallMeets("HTTP_500");
        var file = CustomerFile.sample("image");

        // When
        var aged = Database.column(
                "update attachment set received_at = now() - interval '8 days' where id = ?::uuid returning id",
                file.id());

        // Then
        assertThat(aged).hasSize(1);
        assertThat(file.becomes("FAILED").column("failure")).isEqualTo("NOT_REACHED");
    }

    @Test
    void fileThatFailed_isFetchedAgainWhenSomebodyAsks() {
        // Given
        everyCallMeets("HTTP_500");
        var file = CustomerFile.sample("image");
        Database.column(
                "update attachment set received_at = now() - interval '8 days' where id = ?::uuid returning id",
                file.id());
        file.becomes("FAILED");
        everyCallMeets("NONE");

        // When
        var retried = retry("maya", file);

        // Then
        assertThat(retried.<String>get("retryAttachment.message.attachments[0].state"))
                .isEqualTo("PENDING");
        file.becomes("READY");
        assertThat(retry("maya", file).<String>get("retryAttachment.message.attachments[0].state"))
                .isEqualTo("READY");
        assertThat(Database.count(
                        "select count(*) from change where type = 'message.updated' and chat_id = ?::uuid",
                        file.chat()))
                .isEqualTo(3);
    }

    @Test
    void fileThatIsGoneForGood_failsAgainAtOnce() {
        // Given
        var mediaId = CustomerFile.uploaded(PDF, "application/pdf");
        CustomerFile.vanishes(mediaId);
        var file = CustomerFile.announced("document", medium(mediaId)).becomes("FAILED");

        // When
        assertThat(retry("maya", file).userErrorCodes("retryAttachment")).isEmpty();

        // Then
        await().untilAsserted(() -> assertThat(file.column("attempts")).isEqualTo("6"));
        file.becomes("FAILED");
    }

    @Test
    void fileOfAChatThatSomebodyMayNotSee_isNotThereForThem() {
        var file = CustomerFile.sample("image").becomes("READY");

        assertThat(retry("lena", file).userErrorCodes("retryAttachment")).containsExactly("NOT_FOUND");
        assertThat(retry("zoe", file).userErrorCodes("retryAttachment")).containsExactly("NOT_FOUND");
    }

    private static Answer retry(String user, CustomerFile file) {
        return GraphQl.as(user).query("""
                mutation ($input: RetryAttachmentInput!) { retryAttachment(input: $input) {
                  message { attachments { id state } } errors { code path } } }
                """, Map.of("input", Map.of("attachmentId", file.id())));
    }

    private static JsonObject medium(String mediaId) {
        return new JsonObject().put("id", mediaId).put("mime_type", "application/pdf");
    }

    private static void everyCallMeets(String fault) {
        given().contentType(ContentType.JSON)
                .body(Map.of("graph", fault))
                .put("/simulator/faults")
                .then()
                .statusCode(200);
    }
}
