package dev.sharedinbox.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.sharedinbox.simulator.webhook.MetaJson;
import dev.sharedinbox.simulator.webhook.WebhookClient;
import dev.sharedinbox.simulator.world.Faults;
import dev.sharedinbox.simulator.world.GraphFault;
import dev.sharedinbox.simulator.world.Reset;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The switches of the whole simulated world.
@Path("/simulator")
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class ControlResource {

    private final Faults faults;
    private final WebhookClient webhooks;
    private final WebhookLessons lessons;
    private final ObjectMapper json;
    private final Event<Reset> reset;

    ControlResource(
            Faults faults, WebhookClient webhooks, WebhookLessons lessons, ObjectMapper json, Event<Reset> reset) {
        this.faults = faults;
        this.webhooks = webhooks;
        this.lessons = lessons;
        this.json = json;
        this.reset = reset;
    }

    /// What there is to play with.
    @GET
    @NonBlocking
    public Overview show() {
        return Overview.of(faults.graph());
    }

    /// Forget everything. It deletes files, and so works on a worker thread.
    @DELETE
    @Blocking
    public void reset() {
        reset.fire(new Reset());
    }

    @PUT
    @Path("/faults")
    @NonBlocking
    public Response make(@Nullable FaultsRequest request) {
        if (request == null || request.graph() == null) {
            return Problem.badRequest("Say what goes wrong with graph; GET /simulator names the faults.");
        }
        faults.set(request.graph());
        return Response.ok(request).build();
    }

    /// @param graph what goes wrong with every Graph call from now on
    record FaultsRequest(@Nullable GraphFault graph) {}

    /// Sign any JSON and post it once, written as Meta writes it, or byte for byte as it came.
    @POST
    @Path("/webhooks")
    public Uni<Response> post(byte[] body, @QueryParam("exact") boolean exact) {
        try {
            var parsed = exact ? NullNode.getInstance() : json.readTree(body);
            lessons.learn(parsed);
            return webhooks.post(exact ? body : MetaJson.bytes(parsed))
                    .map(answer -> WebhookAnswers.tell(answer, null));
        } catch (JsonProcessingException e) {
            return Uni.createFrom().item(Problem.badRequest("The body is not JSON; exact=true posts it all the same."));
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }
}
