package dev.sharedinbox.media.serving;

import dev.sharedinbox.media.store.BlobKey.Part;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;

/// `GET /v1/media/{id}` and `GET /v1/media/{id}/thumbnail`, for whoever has a token or a link's ticket and may see the
/// chat. A route rather than a resource, because parts of a file stream with a length that is known beforehand.
@ApplicationScoped
class MediaRoutes {

    private final Viewers viewers;
    private final MediaLinks links;
    private final VisibleFiles files;
    private final Serving serving;

    MediaRoutes(Viewers viewers, MediaLinks links, VisibleFiles files, Serving serving) {
        this.viewers = viewers;
        this.links = links;
        this.files = files;
        this.serving = serving;
    }

    void register(@Observes Router router) {
        route(router, MediaLinks.PATH + ":id", Part.FILE);
        route(router, MediaLinks.PATH + ":id" + MediaLinks.THUMBNAIL, Part.THUMBNAIL);
    }

    private void route(Router router, String path, Part part) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> answer(request, part));
    }

    private void answer(RoutingContext request, Part part) {
        Uni.createFrom()
                .item(() -> id(request))
                .chain(id -> viewer(request, id).chain(viewer -> files.find(viewer, id)))
                .chain(file -> serving.answer(request, file, part))
                .subscribe()
                .with(_ -> {}, failure -> failed(request, failure));
    }

    private static UUID id(RoutingContext request) {
        return Optional.ofNullable(request.pathParam("id"))
                .flatMap(Ids::parse)
                .orElseThrow(() -> InboxException.notFound("file"));
    }

    private Uni<Viewer> viewer(RoutingContext request, UUID id) {
        var ticket = request.request().getParam(MediaLinks.TICKET);
        if (ticket != null) {
            return links.viewer(id, ticket);
        }
        var workspace = Optional.ofNullable(request.request().getHeader(Viewers.WORKSPACE_HEADER));
        return QuarkusHttpUser.getSecurityIdentity(request, null).chain(identity -> viewers.of(identity, workspace));
    }

    /// Once bytes are out, all that is left is to hang up, so that nobody takes half a file for a whole one.
    private static void failed(RoutingContext request, Throwable failure) {
        if (request.response().headWritten()) {
            request.request().connection().close();
        } else {
            request.fail(failure);
        }
    }
}
