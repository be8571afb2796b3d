package dev.sharedinbox.platform.failure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemTest {

    @Test
    void refusalOfAResource_isAProblemWithCodePathAndRequestId() {
        given().header("X-Request-Id", "trial-7")
                .queryParam("user", "nobody")
                .get("/dev/token")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("X-Request-Id", "trial-7")
                .body("code", equalTo("NOT_FOUND"))
                .body("type", equalTo("/v1/errors#NOT_FOUND"))
                .body("title", equalTo("Not found"))
                .body("status", equalTo(404))
                .body("detail", equalTo("There is no such user."))
                .body("requestId", equalTo("trial-7"))
                .body("retryable", equalTo(false))
                .body("path", equalTo(List.of("user")));
    }

    @Test
    void unknownPath_isAProblem() {
        given().get("/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void wrongMethod_isAProblem() {
        given().delete("/dev/token")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_INPUT"));
    }

    @Test
    void insaneRequestId_isReplaced() {
        given().header("X-Request-Id", "a b\"c")
                .get("/v1/errors")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void catalogue_listsEveryCode() {
        given().accept(ContentType.JSON)
                .get("/v1/errors")
                .then()
                .statusCode(200)
                .body("$", hasSize(ErrorCode.values().length))
                .body(
                        "code",
                        equalTo(Arrays.stream(ErrorCode.values())
                                .map(ErrorCode::name)
                                .toList()))
                .body("find { it.code == 'UNAVAILABLE' }.actor", equalTo("NOBODY"))
                .body("find { it.code == 'UNAVAILABLE' }.retryable", equalTo(true))
                .body("find { it.code == 'UNAVAILABLE' }.httpStatus", equalTo(503));
    }

    @Test
    void defect_tellsNothingOfOurInsides() {
        var failure = Failure.of(new IllegalStateException("secret column of a table"));

        assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(failure.message()).doesNotContain("secret");
    }
}
