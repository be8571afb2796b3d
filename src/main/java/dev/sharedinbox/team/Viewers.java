package dev.sharedinbox.team;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Finds who is asking. The answer comes from the database for each request, so that a change of role or inboxes, or a
/// user's end, holds from the next request on.
@ApplicationScoped
public class Viewers {

    /// Names the workspace, for a user who belongs to several.
    public static final String WORKSPACE_HEADER = "X-Workspace";

    private static final String FOUND = Viewers.class.getName();

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;
    private final Memberships memberships;

    Viewers(SecurityIdentity identity, CurrentVertxRequest request, Memberships memberships) {
        this.identity = identity;
        this.request = request;
        this.memberships = memberships;
    }

    /// The viewer of the current HTTP request or GraphQL operation. Call it before anything asynchronous: the request
    /// is known to the calling method only. The fields of one request share one look into the database.
    ///
    /// @return fails with `UNAUTHENTICATED` when nobody of a workspace is behind the token
    public Uni<Viewer> current() {
        var current = request.getCurrent();
        if (isWebsocket(current)) {
            return find(current);
        }
        Uni<Viewer> found = current.get(FOUND);
        if (found == null) {
            found = find(current).memoize().indefinitely();
            current.put(FOUND, found);
        }
        return found;
    }

    /// The viewer behind an identity, for connections that outlive their request.
    ///
    /// @param workspace the workspace that the client named, if any
    public Uni<Viewer> of(SecurityIdentity identity, Optional<String> workspace) {
        return Uni.createFrom().item(() -> SignedIn.of(identity, workspace)).chain(memberships::viewer);
    }

    /// The viewer that a user of a workspace is now, for what was sealed to them; empty when they have left it.
    public Uni<Optional<Viewer>> member(UUID workspaceId, UUID userId) {
        return memberships.member(workspaceId, userId);
    }

    private Uni<Viewer> find(RoutingContext current) {
        var who = SignedIn.of(identity, Optional.ofNullable(current.request().getHeader(WORKSPACE_HEADER)));
        return memberships.viewer(who);
    }

    /// A websocket's operations come hours apart, so none may keep what an earlier one found.
    private static boolean isWebsocket(RoutingContext current) {
        return current.request().headers().contains(HttpHeaders.UPGRADE);
    }
}
