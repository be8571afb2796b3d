package dev.sharedinbox.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.SignIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GraphqlFailuresTest {

    private static final String TEAMS_READER = "query like '%from team %' and wait_event_type = 'Lock'";

    @Inject
    Database database;

    @Inject
    Pool pool;

    @Test
    void refusal_isATopLevelErrorWithCodeRequestIdAndRetryability() {
        var response = SignIn.as("lena")
                .header("X-Workspace", UUID.randomUUID())
                .header("x-request-id", "trial-8")
                .contentType(ContentType.JSON)
                .body("{\"query\": \"{ viewer { cursor } }\"}")
                .post("/graphql");

        var error = new Answer(response.jsonPath()).errors().getFirst();
        assertThat(response.header("X-Request-Id")).isEqualTo("trial-8");
        assertThat(error).containsEntry("message", "No workspace here knows the user of this token.");
        assertThat(error).containsEntry("path", List.of("viewer"));
        assertThat(extensions(error))
                .containsEntry("code", "UNAUTHENTICATED")
                .containsEntry("retryable", false)
                .containsEntry("requestId", "trial-8");
    }

    @Test
    void defect_isInternalAndTellsNothing() {
        // Given
        database.run("alter table team rename to team_away");

        // When
        var answer = GraphQl.as("lena").query("{ teams { name } }");
        database.run("alter table team_away rename to team");

        // Then
        var error = answer.errors().getFirst();
        assertThat(error.get("message")).isEqualTo("Something went wrong on our side; it was logged.");
        assertThat(extensions(error)).containsEntry("code", "INTERNAL").containsEntry("retryable", true);
    }

    @Test
    void databaseConnectionLost_isUnavailable() {
        // Given
        var lock = pool.getConnectionAndAwait();
        lock.query("begin; lock table team in access exclusive mode").executeAndAwait();
        var answer = CompletableFuture.supplyAsync(() -> GraphQl.as("lena").query("{ teams { name } }"));
        await().untilAsserted(() -> assertThat(database.run("select pid from pg_stat_activity where " + TEAMS_READER))
                .hasSize(1));

        // When
        database.run("select pg_terminate_backend(pid) from pg_stat_activity where " + TEAMS_READER);

        // Then
        var error = answer.join().errors().getFirst();
        assertThat(extensions(error)).containsEntry("code", "UNAVAILABLE").containsEntry("retryable", true);
        lock.query("rollback").executeAndAwait();
        lock.closeAndAwait();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ viewer {",
                "{ nowhere }",
                "{ viewer }",
                "{ __type(name: 7) { name } }",
                "query ($f: String!) { __type(name: $f) { name } }",
                "subscription { viewer }",
                ""
            })
    void wrongQuery_isInvalidInput(String document) {
        var error = GraphQl.as("lena").query(document).errors().getFirst();

        assertThat(error.get("message")).asString().isNotBlank();
        assertThat(extensions(error)).containsEntry("code", "INVALID_INPUT").containsKey("requestId");
    }

    @Test
    void syntaxError_saysWhere() {
        var error = GraphQl.as("lena").query("{ viewer { user( } }").errors().getFirst();

        assertThat(error.get("locations"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> extensions(Map<String, Object> error) {
        return (Map<String, Object>) error.get("extensions");
    }
}
