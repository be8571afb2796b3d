package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sharedinbox.simulator.graph.door.GraphDoor;
import dev.sharedinbox.simulator.graph.door.GraphPath;
import dev.sharedinbox.simulator.graph.media.MediaItem;
import dev.sharedinbox.simulator.graph.media.MediaLinks;
import dev.sharedinbox.simulator.graph.media.MediaShelf;
import dev.sharedinbox.simulator.world.BusinessNumber;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/// `GET` and `DELETE /{id}`: what an id stands for, be it a business number, a medium or a template.
@Path(GraphPath.ROOT)
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class ObjectsResource {

    private final GraphDoor door;
    private final MediaShelf media;
    private final MediaLinks links;
    private final Templates templates;

    ObjectsResource(GraphDoor door, MediaShelf media, MediaLinks links, Templates templates) {
        this.door = door;
        this.media = media;
        this.links = links;
        this.templates = templates;
    }

    @GET
    @Path("/{id}")
    public Uni<Response> show(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("id") String id,
            @QueryParam("fields") @Nullable String fields,
            @QueryParam("phone_number_id") @Nullable String owner,
            @Context UriInfo uri) {
        return door.enter(
                authorization,
                () -> Uni.createFrom()
                        .item(Response.ok(describe(id, fields, owner, uri)).build()));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Response> delete(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @PathParam("id") String id) {
        return door.enter(authorization, () -> {
            var item = media.find(id).orElseThrow(() -> GraphPath.unknown(id));
            media.remove(item.id());
            return Uni.createFrom().item(Response.ok(success()).build());
        });
    }

    private ObjectNode describe(String id, @Nullable String fields, @Nullable String owner, UriInfo uri) {
        return BusinessNumber.withId(id)
                .map(number -> NumberView.of(number, fields))
                .or(() -> templates.withId(id).map(template -> template.json().deepCopy()))
                .or(() -> media.find(id)
                        .filter(item -> owner == null || owner.equals(item.number()))
                        .map(item -> describe(item, uri)))
                .orElseThrow(() -> GraphPath.unknown(id));
    }

    private ObjectNode describe(MediaItem item, UriInfo uri) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("messaging_product", "whatsapp")
                .put("url", links.to(uri.getBaseUri(), item))
                .put("mime_type", item.mimeType())
                .put("sha256", item.sha256())
                .put("file_size", item.size())
                .put("id", item.id());
    }

    private static ObjectNode success() {
        return JsonNodeFactory.instance.objectNode().put("success", true);
    }
}
