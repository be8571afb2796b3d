package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sharedinbox.simulator.graph.door.GraphCode;
import dev.sharedinbox.simulator.graph.door.GraphDoor;
import dev.sharedinbox.simulator.graph.door.GraphPath;
import dev.sharedinbox.simulator.graph.door.GraphRefusal;
import dev.sharedinbox.simulator.graph.door.Page;
import dev.sharedinbox.simulator.graph.door.Param;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customer;
import dev.sharedinbox.simulator.world.Customers;
import dev.sharedinbox.simulator.world.SessionWindows;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/{phone-number-id}/block_users`: block people, unblock them, list them. Only who wrote in the last 24 hours can be
/// blocked.
@Path(GraphPath.ROOT)
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class BlockResource {

    private static final int MAX_USERS = 1000;
    private static final int DEFAULT_LIMIT = 25;

    private final GraphDoor door;
    private final ObjectMapper json;
    private final Customers customers;
    private final SessionWindows windows;
    private final BlockedCustomers blocked;

    BlockResource(
            GraphDoor door, ObjectMapper json, Customers customers, SessionWindows windows, BlockedCustomers blocked) {
        this.door = door;
        this.json = json;
        this.customers = customers;
        this.windows = windows;
        this.blocked = blocked;
    }

    @POST
    @Path("/{number}/block_users")
    public Uni<Response> block(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("number") String id,
            String body) {
        return change(authorization, id, body, "added_users", (number, customer) -> {
            if (!windows.hasWritten(number, customer)) {
                return false;
            }
            blocked.block(number, customer);
            return true;
        });
    }

    @DELETE
    @Path("/{number}/block_users")
    public Uni<Response> unblock(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("number") String id,
            String body) {
        return change(authorization, id, body, "removed_users", (number, customer) -> {
            blocked.unblock(number, customer);
            return true;
        });
    }

    @GET
    @Path("/{number}/block_users")
    public Uni<Response> list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("number") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        return door.enter(authorization, () -> {
            var users = blocked.of(GraphPath.number(id)).stream()
                    .map(digits -> JsonNodeFactory.instance
                            .objectNode()
                            .put("messaging_product", "whatsapp")
                            .put("wa_id", digits))
                    .toList();
            var page = Page.of(users, limit == null ? DEFAULT_LIMIT : limit, after);
            return Uni.createFrom().item(Response.ok(page.body(uri)).build());
        });
    }

    /// Something done for one user; it says whether that worked.
    private interface Change {
        boolean made(BusinessNumber number, Customer customer);
    }

    private Uni<Response> change(
            @Nullable String authorization, String id, String request, String done, Change change) {
        return door.enter(authorization, () -> {
            var number = GraphPath.number(id);
            var body = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
            var lists = body.putObject("block_users");
            lists.putArray(done);
            for (var user : users(request)) {
                var input = user.has("user") ? user.text("user", 50) : user.text("user_id", 200);
                var customer = customer(user, input);
                if (customer.isPresent() && change.made(number, customer.get())) {
                    lists.withArray(done)
                            .addObject()
                            .put("input", input)
                            .put("wa_id", customer.get().whatsappId());
                } else {
                    fail(lists.withArray("failed_users").addObject().put("input", input), customer);
                }
            }
            return Uni.createFrom().item(lists.has("failed_users") ? partlyFailed(body) : ok(body));
        });
    }

    private List<Param> users(String request) {
        try {
            return Param.body(json.readTree(request)).list("block_users", 1, MAX_USERS);
        } catch (JsonProcessingException e) {
            throw new GraphRefusal(GraphCode.INVALID_PARAMETER, "The body is not JSON.");
        }
    }

    private Optional<Customer> customer(Param user, String input) {
        return user.has("user") ? customers.withPhone(input) : customers.withUserId(input);
    }

    /// Meta says the same of somebody who is not on WhatsApp, then without their id.
    private static void fail(ObjectNode user, Optional<Customer> customer) {
        customer.ifPresent(known -> user.put("wa_id", known.whatsappId()));
        user.putArray("errors")
                .addObject()
                .put("message", "Re-engagement required")
                .put("code", GraphCode.OUTSIDE_WINDOW.code())
                .putObject("error_data")
                .put("details", "User has not messaged in the last 24 hours");
    }

    private static Response ok(ObjectNode body) {
        return Response.ok(body).build();
    }

    private static Response partlyFailed(ObjectNode body) {
        var code = GraphCode.BLOCK_FAILED;
        body.putObject("error")
                .put("message", "(#" + code.code() + ") " + code.title())
                .put("type", "OAuthException")
                .put("code", code.code())
                .putObject("error_data")
                .put("details", "Failed to block some users, see the block_users response list for details");
        return Response.status(code.httpStatus())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }
}
