package dev.sharedinbox.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.SignIn;
import graphql.introspection.IntrospectionQuery;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QueryLimitsTest {

    @Test
    void introspection_isWithinTheLimits() {
        assertThat(GraphQl.as("lena")
                        .query(IntrospectionQuery.INTROSPECTION_QUERY)
                        .text("__schema.queryType.name"))
                .isEqualTo("Query");
    }

    @Test
    void deepQuery_isRefused() {
        var types = "ofType { ".repeat(15) + "name" + " }".repeat(15);

        assertRefused("{ __type(name: \"Viewer\") { fields { type { " + types + " } } } }");
    }

    @Test
    void manyAliases_areRefused() {
        assertRefused("{ viewer { user { " + numbered(101, "n%d: name") + " } } }");
    }

    @Test
    void manyRootFields_areRefused() {
        assertRefused("{ " + numbered(51, "v%d: viewer { cursor }") + " }");
    }

    @Test
    void fragmentsThatDoubleEachOther_areRefusedAtOnce() {
        var fragments = IntStream.range(0, 60)
                .mapToObj(i -> "fragment F%d on User { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(" "));

        assertRefused("{ viewer { user { ...F0 } } } " + fragments + " fragment F60 on User { name }");
    }

    @Test
    void longQuery_isRefused() {
        assertRefused("{ viewer { user { " + "name ".repeat(6_000) + " } } }");
    }

    @Test
    void batch_isRefused() {
        SignIn.as("lena")
                .contentType(ContentType.JSON)
                .body("[{\"query\": \"{ viewer { cursor } }\"}, {\"query\": \"{ viewer { cursor } }\"}]")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("code", equalTo("QUERY_TOO_COMPLEX"));
    }

    @Test
    void bodyThatIsNoJson_isInvalidInput() {
        SignIn.as("lena")
                .contentType(ContentType.JSON)
                .body("{\"query\": ")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"));
    }

    @Test
    void lineBreaksInsideTheQuery_areTaken() {
        SignIn.as("lena")
                .contentType(ContentType.JSON)
                .body("{\"query\": \"{\n viewer {\n cursor } }\"}")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", equalTo(null));
    }

    @Test
    void largeBody_isRefused() {
        GraphQl.as("lena")
                .send("{ viewer { cursor } }", Map.of("pad", "x".repeat(300_000)))
                .then()
                .statusCode(413)
                .body("code", equalTo("PAYLOAD_TOO_LARGE"));
    }

    private static void assertRefused(String document) {
        var answer = GraphQl.as("lena").query(document);

        assertThat(answer.errorCodes()).containsExactly("QUERY_TOO_COMPLEX");
        assertThat((Object) answer.json().get("data")).isNull();
    }

    private static String numbered(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(" "));
    }
}
