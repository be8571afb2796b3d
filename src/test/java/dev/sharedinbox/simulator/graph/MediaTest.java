package dev.sharedinbox.simulator.graph;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.sharedinbox.simulator.SimulatorTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MediaTest extends SimulatorTest {

    private static final byte[] PDF = "%PDF-1.4 not much of one".getBytes(StandardCharsets.US_ASCII);

    @Test
    void uploadedFile_isShownAndDownloadedAgain() throws Exception {
        // Given
        String id = upload("application/pdf").statusCode(200).extract().path("id");

        // When
        String url = graph().queryParam("phone_number_id", SALES)
                .get("/{id}", id)
                .then()
                .statusCode(200)
                .body("mime_type", is("application/pdf"))
                .body("file_size", is(PDF.length))
                .body("sha256", is(HexFormat.of().formatHex(sha256(PDF))))
                .extract()
                .path("url");

        // Then
        assertThat(download(url, "demo-access-token").statusCode(200).extract().asByteArray())
                .isEqualTo(PDF);
    }

    @Test
    void downloadWithWrongTokenOrLink_isRefused() {
        // Given
        String id = upload("application/pdf").extract().path("id");
        String url = graph().get("/{id}", id).then().extract().path("url");

        // Then
        download(url, "wrong").statusCode(401);
        download(url.replace("hash=AR", "hash=AX"), "demo-access-token").statusCode(404);
        download(url.replaceFirst("ext=\\d+", "ext=1"), "demo-access-token").statusCode(404);
    }

    @Test
    void deletedFile_isGone() {
        // Given
        String id = upload("application/pdf").extract().path("id");

        // When
        graph().delete("/{id}", id).then().statusCode(200).body("success", is(true));

        // Then
        graph().get("/{id}", id).then().statusCode(400).body("error.error_subcode", is(33));
    }

    @Test
    void unknownKindOfFile_isRefused() {
        upload("application/zip").statusCode(400).body("error.code", is(100));
    }

    @Test
    void uploadedFile_canBeSentAsItsKindOnly() {
        // Given
        String id = upload("application/pdf").extract().path("id");
        wrote(ADA);

        // Then
        sendsMedium("document", id).statusCode(200);
        sendsMedium("image", id).statusCode(400).body("error.code", is(131053));
    }

    @Test
    void imageOfACustomer_canBeDownloaded() throws Exception {
        // When
        String messageId = writes(ADA, Map.of("type", "image", "caption", "The crust"))
                .statusCode(202)
                .extract()
                .path("messageId");

        // Then
        var image = receiver.messages(messageId).getFirst().path("image");
        assertThat(image.path("caption").asText()).isEqualTo("The crust");
        assertThat(image.path("mime_type").asText()).isEqualTo("image/jpeg");
        var bytes = download(image.path("url").asText(), "demo-access-token")
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        assertThat(Base64.getEncoder().encodeToString(sha256(bytes)))
                .isEqualTo(image.path("sha256").asText());
        graph().get("/{id}", image.path("id").asText()).then().statusCode(200);
    }

    private static ValidatableResponse upload(String mimeType) {
        return given().header("Authorization", "Bearer demo-access-token")
                .multiPart("messaging_product", "whatsapp")
                .multiPart("type", mimeType)
                .multiPart("file", "order.pdf", PDF, mimeType)
                .post("/simulator/graph/v25.0/{number}/media", SALES)
                .then();
    }

    private static ValidatableResponse download(String url, String token) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + token)
                .get(url)
                .then();
    }

    private static ValidatableResponse sendsMedium(String type, String id) {
        return sends(Map.of("messaging_product", "whatsapp", "to", ADA, "type", type, type, Map.of("id", id)));
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
