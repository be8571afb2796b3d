package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sharedinbox.simulator.graph.MessageReader.Call;
import dev.sharedinbox.simulator.graph.door.GraphDoor;
import dev.sharedinbox.simulator.graph.door.GraphPath;
import dev.sharedinbox.simulator.world.BusinessNumber;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// `POST /{phone-number-id}/messages`: send a message, or mark one as read.
@Path(GraphPath.ROOT)
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class MessagesResource {

    private final GraphDoor door;
    private final MessageReader reader;
    private final Sending sending;
    private final Ledger ledger;

    MessagesResource(GraphDoor door, MessageReader reader, Sending sending, Ledger ledger) {
        this.door = door;
        this.reader = reader;
        this.sending = sending;
        this.ledger = ledger;
    }

    @POST
    @Path("/{number}/messages")
    public Uni<Response> send(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("number") String number,
            byte[] body,
            @Context HttpServerRequest request) {
        return door.enter(authorization, () -> {
            var from = GraphPath.number(number);
            return switch (reader.read(from, new String(body, StandardCharsets.UTF_8))) {
                case Call.Send(var message) ->
                    sending.send(message, () -> request.connection().close());
                case Call.MarkRead mark -> markRead(from, mark);
            };
        });
    }

    private Uni<Response> markRead(BusinessNumber number, Call.MarkRead mark) {
        ledger.markedRead(number.id(), mark.messageId(), mark.typing());
        return Uni.createFrom()
                .item(Response.ok(JsonNodeFactory.instance.objectNode().put("success", true))
                        .build());
    }
}
