package dev.sharedinbox.realtime.graphql;

import dev.sharedinbox.platform.failure.ErrorCode;
import io.quarkus.smallrye.graphql.runtime.SmallRyeAuthGraphQLTransportWSSubprotocolHandler;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLAbstractHandler;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `graphql-transport-ws` on one connection, as SmallRye speaks it, who believes that every message has the promised
/// form.
final class GraphqlProtocol extends SmallRyeAuthGraphQLTransportWSSubprotocolHandler {

    private static final int LONGEST_ID = 100;

    private final GraphqlConnection connection;
    private final int mostOperations;

    GraphqlProtocol(
            GraphqlConnection connection,
            Map<String, Object> metaData,
            RoutingContext request,
            SmallRyeGraphQLAbstractHandler door,
            String tokenName,
            int mostOperations) {
        super(connection, metaData, request, door, Optional.of(tokenName));
        this.connection = connection;
        this.mostOperations = mostOperations;
    }

    /// @param message null when it was no JSON, and the connection is closed already
    @Override
    protected void onMessage(@Nullable JsonObject message) {
        if (message == null) {
            return;
        }
        if (!hasPromisedForm(message)) {
            connection.end(GraphqlClose.BAD_FRAME);
        } else if (word(message, "type").equals("subscribe") && activeOperations.size() >= mostOperations) {
            connection.sendMessage(refused(word(message, "id")));
        } else {
            super.onMessage(message);
        }
    }

    /// Only who is known is let in.
    @Override
    protected void sendConnectionAckMessage() {
        connection.admit(this::letIn);
    }

    private void letIn() {
        try {
            super.sendConnectionAckMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasPromisedForm(JsonObject message) {
        return switch (word(message, "type")) {
            case "connection_init", "ping", "pong" -> isObjectOrNone(message.get("payload"));
            case "complete" -> isId(word(message, "id"));
            case "subscribe" ->
                isId(word(message, "id"))
                        && message.get("payload") instanceof JsonObject operation
                        && operation.get("query") instanceof JsonString
                        && isObjectOrNone(operation.get("variables"));
            default -> false;
        };
    }

    /// A text of a message; empty when there is none.
    private static String word(JsonObject message, String name) {
        return message.get(name) instanceof JsonString text ? text.getString() : "";
    }

    /// It comes back with every item.
    private static boolean isId(String id) {
        return !id.isEmpty() && id.length() <= LONGEST_ID;
    }

    private static boolean isObjectOrNone(@Nullable JsonValue value) {
        return value == null || value.getValueType() == ValueType.NULL || value instanceof JsonObject;
    }

    private static String refused(String id) {
        var code = ErrorCode.RATE_LIMITED;
        var extensions = io.vertx.core.json.JsonObject.of("code", code.name(), "retryable", code.retryable());
        var error = io.vertx.core.json.JsonObject.of(
                "message", "Too many operations on this connection.", "extensions", extensions);
        return io.vertx.core.json.JsonObject.of("id", id, "type", "error", "payload", JsonArray.of(error))
                .encode();
    }
}
