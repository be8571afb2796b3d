package dev.sharedinbox.simulator.graph.media;

import dev.sharedinbox.simulator.graph.media.MediaItem.Content;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// The host from which media are downloaded. Here an error is a bare status, not the Graph API's envelope.
@Path(MediaLinks.PATH)
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class DownloadResource {

    private final MediaShelf media;
    private final MediaLinks links;
    private final SimulatorConfig config;

    DownloadResource(MediaShelf media, MediaLinks links, SimulatorConfig config) {
        this.media = media;
        this.links = links;
        this.config = config;
    }

    @GET
    @NonBlocking
    public Response download(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @QueryParam("mid") @Nullable String mediaId,
            @QueryParam("ext") long expires,
            @QueryParam("hash") @Nullable String hash) {
        if (!("Bearer " + config.accessToken()).equals(authorization)) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        if (mediaId == null || hash == null || !links.isGood(mediaId, expires, hash)) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        return media.find(mediaId)
                .map(DownloadResource::file)
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }

    private static Response file(MediaItem item) {
        Object bytes = switch (item.content()) {
            case Content.InFile(var path) -> path;
            case Content.Shared(var sample) -> sample.bytes();
        };
        return Response.ok(bytes, item.mimeType()).build();
    }
}
