package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sharedinbox.simulator.graph.door.GraphDoor;
import dev.sharedinbox.simulator.graph.door.GraphPath;
import dev.sharedinbox.simulator.graph.door.Page;
import dev.sharedinbox.simulator.world.BusinessNumber;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What belongs to the WhatsApp Business Account: its templates, its numbers and the webhook subscription.
@Path(GraphPath.ROOT)
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class AccountResource {

    private static final int DEFAULT_LIMIT = 25;

    private final GraphDoor door;
    private final Templates templates;

    AccountResource(GraphDoor door, Templates templates) {
        this.door = door;
        this.templates = templates;
    }

    @GET
    @Path("/{account}/message_templates")
    public Uni<Response> templates(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("account") String account,
            @QueryParam("status") @Nullable String status,
            @QueryParam("name") @Nullable String name,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        return of(authorization, account, () -> {
            var wanted = templates.all().stream()
                    .filter(template -> status == null || template.status().equals(status))
                    .filter(template -> name == null || template.text("name").contains(name))
                    .map(Template::json)
                    .toList();
            return Page.of(wanted, limit == null ? DEFAULT_LIMIT : limit, after).body(uri);
        });
    }

    @GET
    @Path("/{account}/phone_numbers")
    public Uni<Response> numbers(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("account") String account,
            @QueryParam("fields") @Nullable String fields,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        return of(authorization, account, () -> {
            var numbers = BusinessNumber.all().stream()
                    .map(number -> NumberView.of(number, fields))
                    .toList();
            return Page.of(numbers, limit == null ? DEFAULT_LIMIT : limit, after)
                    .body(uri);
        });
    }

    @POST
    @Path("/{account}/subscribed_apps")
    public Uni<Response> subscribe(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("account") String account) {
        return of(
                authorization,
                account,
                () -> JsonNodeFactory.instance.objectNode().put("success", true));
    }

    private Uni<Response> of(@Nullable String authorization, String account, Supplier<ObjectNode> answer) {
        return door.enter(authorization, () -> {
            GraphPath.account(account);
            return Uni.createFrom().item(Response.ok(answer.get()).build());
        });
    }
}
