package dev.sharedinbox.media.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.media.CustomerFile;
import dev.sharedinbox.media.FetchOutcome;
import dev.sharedinbox.media.MediaFailure;
import dev.sharedinbox.media.MediaMetrics;
import dev.sharedinbox.media.fetch.FetchClaim;
import dev.sharedinbox.media.fetch.FetchClaims;
import dev.sharedinbox.media.fetch.FetchSettlement;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoreTroubleTest {

    private static final byte[] PDF = "%PDF-1.4 not much of one".getBytes(StandardCharsets.US_ASCII);

    @Inject
    BlobStore blobs;

    @Inject
    MediaMetrics metrics;

    @Inject
    FetchClaims claims;

    @Inject
    FetchSettlement settlement;

    @AfterEach
    void endFaults() {
        everyCallMeets("NONE");
    }

    @Test
    void fullStore_delaysFilesOnlyAndIsTold() {
        // Given
        var store = (MeasuredBlobStore) ClientProxy.unwrap(blobs);
        var disk = new FullBlobStore(store.inner());
        QuarkusMock.installMockForInstance(new MeasuredBlobStore(disk, metrics), blobs);

        // When
        var files = IntStream.range(0, 3).mapToObj(_ -> announced()).toList();

        // Then
        eventually(() -> assertThat(files)
                .allSatisfy(file ->
                        assertThat(Integer.parseInt(file.column("attempts"))).isGreaterThan(1)));
        assertThat(files).allSatisfy(file -> {
            assertThat(file.<String>shown("maya", "state")).isEqualTo("PENDING");
            assertThat(file.<String>shown("maya", "url")).isNull();
        });
        given().get("/q/health/well").then().statusCode(503);
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(failing()).isEqualTo("1.0");

        // When
        disk.hasSpaceAgain();

        // Then
        files.forEach(file -> file.becomes("READY"));
        given().get("/q/health/well").then().statusCode(200);
        assertThat(failing()).isEqualTo("0.0");
    }

    @Test
    void filesThatHang_doNotHoldUpMessages() {
        // Given
        var store = (MeasuredBlobStore) ClientProxy.unwrap(blobs);
        var disk = new HangingBlobStore(store.inner());
        QuarkusMock.installMockForInstance(new MeasuredBlobStore(disk, metrics), blobs);
        var files = IntStream.range(0, 8).mapToObj(_ -> announced()).toList();
        eventually(() -> assertThat(disk.hanging()).isEqualTo(4));

        // When
        var later = IntStream.range(0, 20).mapToObj(_ -> announced()).toList();

        // Then
        assertThat(disk.hanging()).isEqualTo(4);
        assertThat(later).allSatisfy(file -> assertThat(file.column("state")).isEqualTo("PENDING"));

        // When
        disk.goesOn();

        // Then
        Stream.concat(files.stream(), later.stream()).forEach(file -> file.becomes("READY"));
    }

    @Test
    void fetchOfANodeThatDied_isTakenOverWhenItsLeaseEnds() {
        // Given
        everyCallMeets("HTTP_500");
        var file = CustomerFile.sample("image");
        var lease = Duration.ofSeconds(2);
        var claimed = claimedByAnother(file, lease);
        var leaseEnds = Instant.now().plus(lease).minusMillis(500);

        // When
        everyCallMeets("NONE");

        // Then
        file.becomes("READY");
        assertThat(Instant.now()).isAfter(leaseEnds);
        assertThat(file.column("attempts")).isEqualTo(Integer.toString(claimed.attempt() + 1));

        // When
        settlement
                .settle(claimed, new FetchOutcome.Failed(MediaFailure.TOO_LARGE))
                .await()
                .atMost(Duration.ofSeconds(5));

        // Then
        assertThat(file.column("state")).isEqualTo("READY");
    }

    /// Compete with the product's own fetcher until the file is ours.
    private FetchClaim claimedByAnother(CustomerFile file, Duration lease) {
        return await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> take(lease), taken -> taken.stream().anyMatch(claim -> isOf(claim, file)))
                .stream()
                .filter(claim -> isOf(claim, file))
                .findFirst()
                .orElseThrow();
    }

    private List<FetchClaim> take(Duration lease) {
        return claims.take(10, Instant.now(), lease).await().atMost(Duration.ofSeconds(5));
    }

    private static boolean isOf(FetchClaim claim, CustomerFile file) {
        return claim.attachmentId().toString().equals(file.id());
    }

    private static CustomerFile announced() {
        var medium = new JsonObject()
                .put("id", CustomerFile.uploaded(PDF, "application/pdf"))
                .put("mime_type", "application/pdf");
        return CustomerFile.announced("document", medium);
    }

    private static String failing() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("inbox_media_store_failing "))
                .findFirst()
                .orElseThrow()
                .split(" ")[1];
    }

    private static void eventually(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(holds);
    }

    private static void everyCallMeets(String fault) {
        given().contentType(ContentType.JSON)
                .body(Map.of("graph", fault))
                .put("/simulator/faults")
                .then()
                .statusCode(200);
    }
}
