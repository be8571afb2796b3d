package dev.sharedinbox.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/// Signs seeded users in, the way a front end of a dev installation does.
public final class SignIn {

    private SignIn() {}

    /// A bearer token for `maya` (admin), `omar` (manager), `lena`, `jonas` (agents) or `zoe` (of another workspace).
    public static String tokenOf(String user) {
        return given().queryParam("user", user)
                .get("/dev/token")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    /// A REST request of this user.
    public static RequestSpecification as(String user) {
        return given().auth().oauth2(tokenOf(user));
    }
}
