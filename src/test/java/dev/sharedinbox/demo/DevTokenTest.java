package dev.sharedinbox.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.SignIn;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DevTokenTest {

    @Test
    void seededUser_getsATokenOfTwelveHours() {
        var claims = claims(SignIn.tokenOf("lena"));

        assertThat(claims.getString("sub")).isEqualTo("lena");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(12 * 3600);
    }

    @Test
    void unknownUser_isNotFound() {
        given().queryParam("user", "nobody").get("/dev/token").then().statusCode(404);
    }

    private static JsonObject claims(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
    }
}
