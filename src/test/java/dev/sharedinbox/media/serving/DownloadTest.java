package dev.sharedinbox.media.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.media.CustomerFile;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.SignIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DownloadTest {

    @Inject
    MediaLinks links;

    @Test
    void viewerWithToken_getsTheBytesThatCame() throws IOException {
        // Given
        var file = CustomerFile.sample("image").becomes("READY");

        // When
        var answer = load(SignIn.as("maya"), file).statusCode(200);

        // Then
        answer.header("Content-Type", is("image/jpeg"))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Cache-Control", startsWith("private"))
                .header("Content-Disposition", startsWith("inline"));
        assertThat(answer.extract().asByteArray()).isEqualTo(photo());
    }

    @Test
    void strangers_findNothing() {
        // Given
        var file = CustomerFile.sample("image").becomes("READY");

        // Then
        load(given(), file).statusCode(401);
        load(SignIn.as("lena"), file).statusCode(404).body("code", is("NOT_FOUND"));
        load(SignIn.as("zoe"), file).statusCode(404);
        SignIn.as("maya").get("/v1/media/nonsense").then().statusCode(404);
    }

    @Test
    void link_worksWithoutTokenUntilTheChatIsSomebodyElses() {
        // Given
        var file = CustomerFile.sample("image").becomes("READY");
        file.isAssignedTo(DemoIds.LENA);
        String url = file.shown("lena", "url");
        open(url).statusCode(200);

        // When
        file.isAssignedTo(DemoIds.JONAS);

        // Then
        open(url).statusCode(404).body("code", is("NOT_FOUND"));
    }

    @Test
    void fileOfARevokedMessage_isNotServedAnyMore() {
        // Given
        var file = CustomerFile.sample("image").becomes("READY");
        String url = file.shown("maya", "url");

        // When
        Database.column("""
                update message set revoked_at = now(), original = '{}'
                where id = (select message_id from attachment where id = ?::uuid) returning id
                """, file.id());

        // Then
        load(SignIn.as("maya"), file).statusCode(404);
        open(url).statusCode(404);
    }

    @Test
    void forgedOldAndBorrowedTickets_openNothing() {
        // Given
        var file = CustomerFile.sample("image").becomes("READY");
        var other = CustomerFile.sample("image").becomes("READY");
        String url = file.shown("maya", "url");
        var late = links.ticket(
                DemoIds.WORKSPACE, DemoIds.MAYA, file.id(), Instant.now().minusSeconds(1));

        // Then
        open(url.replace("ticket=", "ticket=A")).statusCode(404);
        open(url.replace(file.id(), other.id())).statusCode(404);
        open("/v1/media/" + file.id() + "?ticket=" + late).statusCode(404);
    }

    @Test
    void range_getsItsPart() throws IOException {
        // Given
        var file = CustomerFile.sample("image").becomes("READY");
        var photo = photo();

        // When
        var middle = load(SignIn.as("maya").header("Range", "bytes=10-19"), file);
        var end = load(SignIn.as("maya").header("Range", "bytes=-5"), file);

        // Then
        middle.statusCode(206).header("Content-Range", is("bytes 10-19/" + photo.length));
        assertThat(middle.extract().asByteArray()).isEqualTo(Arrays.copyOfRange(photo, 10, 20));
        assertThat(end.statusCode(206).extract().asByteArray())
                .isEqualTo(Arrays.copyOfRange(photo, photo.length - 5, photo.length));
        load(SignIn.as("maya").header("Range", "bytes=" + photo.length + "-"), file)
                .statusCode(416)
                .header("Content-Range", is("bytes */" + photo.length));
    }

    @Test
    void unchangedFile_isNotSentAgain() {
        // Given
        var file = CustomerFile.sample("image").becomes("READY");
        var etag = load(SignIn.as("maya"), file).extract().header("ETag");

        // Then
        load(SignIn.as("maya").header("If-None-Match", etag), file).statusCode(304);
        load(SignIn.as("lena").header("If-None-Match", etag), file).statusCode(404);
    }

    @Test
    void pageInDisguise_isSavedAndNeverShown() {
        // Given
        var page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        var medium = new JsonObject()
                .put("id", CustomerFile.uploaded(page, "image/jpeg"))
                .put("mime_type", "image/jpeg")
                .put("filename", "../Ärger\"\r\nX: y\u202egpj.html");

        // When
        var file = CustomerFile.announced("document", medium).becomes("READY");

        // Then
        assertThat(file.<String>shown("maya", "detectedType")).isEqualTo("text/html");
        assertThat(file.<Boolean>shown("maya", "hasThumbnail")).isFalse();
        load(SignIn.as("maya"), file)
                .statusCode(200)
                .header("Content-Type", is("application/octet-stream"))
                .header(
                        "Content-Disposition",
                        is("attachment; filename=\"___rger___X_ y_gpj.html\"; "
                                + "filename*=UTF-8''__%C3%84rger___X_%20y_gpj.html"));
    }

    @Test
    void image_hasASmallPictureOfIt() throws IOException {
        // Given
        var file = CustomerFile.sample("image").becomes("READY");

        // When
        var picture = open(file.shown("maya", "thumbnailUrl"))
                .statusCode(200)
                .extract()
                .asByteArray();

        // Then
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(Math.max(image.getWidth(), image.getHeight())).isBetween(1, 320);
    }

    private static ValidatableResponse load(RequestSpecification request, CustomerFile file) {
        return request.get("/v1/media/{id}", file.id()).then();
    }

    private static ValidatableResponse open(String url) {
        return given().urlEncodingEnabled(false).get(url).then();
    }

    private static byte[] photo() throws IOException {
        try (var stream = Objects.requireNonNull(DownloadTest.class.getResourceAsStream("/simulator/photo.jpg"))) {
            return stream.readAllBytes();
        }
    }
}
