package dev.sharedinbox.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/// Speaks to `/graphql` over real HTTP: `GraphQl.as("lena").query("{ viewer { user { name } }
/// }").text("viewer.user.name")`.
///
/// @param token the bearer token of whoever asks
public record GraphQl(String token) {

    public static GraphQl as(String user) {
        return new GraphQl(SignIn.tokenOf(user));
    }

    public Answer query(String document) {
        return query(document, Map.of());
    }

    /// Run a query or mutation; the HTTP status must be 200, errors are for the test to look at.
    public Answer query(String document, Map<String, ?> variables) {
        var response = send(document, variables);
        response.then().statusCode(200);
        return new Answer(response.jsonPath());
    }

    /// Send an operation and leave everything about the answer to the test.
    public Response send(String document, Map<String, ?> variables) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .accept("application/json")
                .body(JsonObject.of("query", document, "variables", variables).encode())
                .post("/graphql");
    }
}
