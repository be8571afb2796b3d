package dev.sharedinbox.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.SignIn;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.json.JsonObject;
import java.net.http.WebSocketHandshakeException;
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
    void noToken_isForbidden() {
        try (var socket = GraphQlSocket.opened()) {
            socket.sayText("{\"type\":\"connection_init\"}").expectClose(4403);
        }
    }

    @Test
    void tokenOfNobodyHere_isForbidden() {
        try (var socket = GraphQlSocket.opened()) {
            socket.begin(Jwt.subject("stranger").sign()).expectClose(4403);
        }
    }

    @Test
    void brokenToken_isForbidden() {
        try (var socket = GraphQlSocket.opened()) {
            socket.begin("rubbish").expectClose(4403);
        }
    }

    @Test
    void tokenOfTheUpgrade_signsIn() {
        try (var socket = GraphQlSocket.opened(connecting -> connecting
                .subprotocols("graphql-transport-ws")
                .header("Authorization", "Bearer " + SignIn.tokenOf("jonas")))) {
            socket.sayText("{\"type\":\"connection_init\"}").acknowledged();

            assertThat(socket.subscribe("a", VIEWER).next().encode()).contains("Jonas");
        }
    }

    @Test
    void brokenTokenOfTheUpgrade_isRefused() {
        assertThatThrownBy(() -> GraphQlSocket.opened(connecting ->
                        connecting.subprotocols("graphql-transport-ws").header("Authorization", "Bearer rubbish")))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
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
