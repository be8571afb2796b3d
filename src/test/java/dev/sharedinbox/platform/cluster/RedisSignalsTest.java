package dev.sharedinbox.platform.cluster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.RedisProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RedisProfile.class)
class RedisSignalsTest extends SignalsTest {

    @Inject
    RedisLink link;

    @Override
    NodeLink link() {
        return link;
    }

    @Override
    void cutListeners() {
        RedisProfile.redis().kill();
        RedisProfile.redis().startAgain();
    }

    @Test
    void redisAway_isToldButTheNodeStaysReady() {
        RedisProfile.redis().kill();
        try {
            await().untilAsserted(
                            () -> assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN));
            given().get("/q/health/ready").then().statusCode(200);
        } finally {
            RedisProfile.redis().startAgain();
        }
        await().untilAsserted(() -> assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP));
    }
}
