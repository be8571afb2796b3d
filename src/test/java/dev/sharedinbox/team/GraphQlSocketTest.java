package dev.sharedinbox.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.GraphQlSocket;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GraphQlSocketTest {

    private static final String VIEWER = "{ viewer { user { name } } }";

    @Test
    void tokenInConnectionInit_signsIn() {
        try (var socket = GraphQlSocket.as("jonas")) {
            var frame = socket.subscribe("a", VIEWER).next();

            assertThat(frame.getString("type")).isEqualTo("next");
            assertThat(frame.getJsonObject("payload").getJsonObject("data"))
                    .isEqualTo(new JsonObject("{\"viewer\":{\"user\":{\"name\":\"Jonas\"}}}"));
        }
    }

    @Test
    void noToken_isUnauthenticatedAtEachOperation() {
        try (var socket = GraphQlSocket.anonymous()) {
            var frame = socket.subscribe("a", VIEWER).next();

            assertThat(frame.encode()).contains("\"code\":\"UNAUTHENTICATED\"");
        }
    }

    @Test
    void limits_holdHereToo() {
        try (var socket = GraphQlSocket.as("jonas")) {
            var frame = socket.subscribe("a", "{ " + "viewer { cursor } ".repeat(51) + " }")
                    .next();

            assertThat(frame.encode()).contains("\"code\":\"QUERY_TOO_COMPLEX\"");
        }
    }

    @Test
    void operations_areSeveralOnOneConnection() {
        try (var socket = GraphQlSocket.as("jonas")) {
            assertThat(socket.subscribe("a", VIEWER).next().getString("type")).isEqualTo("next");
            assertThat(socket.next().getString("type")).isEqualTo("complete");
            assertThat(socket.subscribe("b", VIEWER).next().getString("id")).isEqualTo("b");
        }
    }
}
