package dev.sharedinbox.media.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sharedinbox.media.CustomerFile;
import dev.sharedinbox.media.MediaConfig;
import dev.sharedinbox.media.MediaException;
import dev.sharedinbox.media.MediaFailure;
import dev.sharedinbox.media.store.BlobKey.Part;
import dev.sharedinbox.testing.SignIn;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

@QuarkusTest
@TestProfile(OnS3.class)
class S3BlobStoreTest extends BlobStoreContract {

    @Inject
    BlobStore store;

    @Inject
    S3AsyncClient client;

    @Inject
    Vertx vertx;

    @BeforeEach
    void makeBucket() {
        var made = Uni.createFrom()
                .completionStage(client.createBucket(create -> create.bucket(S3Server.BUCKET)))
                .onFailure(BucketAlreadyOwnedByYouException.class)
                .recoverWithNull();
        done(made);
    }

    @Override
    BlobStore store() {
        return store;
    }

    @Override
    void dieWhileStoring(BlobKey key) {
        done(Uni.createFrom()
                .completionStage(client.createMultipartUpload(
                        create -> create.bucket(S3Server.BUCKET).key(key.path()))));
    }

    @Test
    void fileOfACustomer_isKeptInTheBucketAndServedFromIt() {
        // When
        var file = CustomerFile.sample("image").becomes("READY");

        // Then
        var whole = SignIn.as("maya")
                .get("/v1/media/{id}", file.id())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(whole).hasSize(Integer.parseInt(file.column("size")));
        var part = SignIn.as("maya")
                .header("Range", "bytes=2-5")
                .get("/v1/media/{id}", file.id())
                .then()
                .statusCode(206)
                .extract()
                .asByteArray();
        assertThat(part).containsExactly(whole[2], whole[3], whole[4], whole[5]);
        assertThat(file.<Boolean>shown("maya", "hasThumbnail")).isTrue();
        assertThat(given().get("/q/metrics").asString())
                .contains("inbox_media_store_seconds_count{call=\"put\",outcome=\"ok\"}")
                .contains("inbox_media_store_failing 0.0");
    }

    @Test
    void bucketThatIsAway_isAFailureOfTheStore() {
        // Given
        var elsewhere = new S3BlobStore(client, vertx, bucket("away"));
        var key = new BlobKey(UUID.randomUUID(), UUID.randomUUID(), Part.FILE);

        // Then
        assertThatThrownBy(() -> done(elsewhere.put(key, Multi.createFrom().item(Buffer.buffer("x")))))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(MediaFailure.NOT_STORED));
    }

    private static MediaConfig.S3 bucket(String name) {
        return new MediaConfig.S3() {
            @Override
            public Optional<String> bucket() {
                return Optional.of(name);
            }

            @Override
            public MemorySize partSize() {
                return new MemorySize(BigInteger.valueOf(5 << 20));
            }
        };
    }
}
