package dev.sharedinbox.team.signin;

import dev.sharedinbox.team.access.Seen;
import dev.sharedinbox.team.access.Viewer;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Finds who is asking. The database is asked at each request who they are or, see [#read], whether they still are, so
/// that a change of role or inboxes, or a user's end, holds from the next request on.
@ApplicationScoped
public class Viewers {

    /// Names the workspace, for a user who belongs to several.
    public static final String WORKSPACE_HEADER = "X-Workspace";

    private static final String FOUND = Viewers.class.getName();

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;
    private final Memberships memberships;
    private final KnownViewers known;

    Viewers(SecurityIdentity identity, CurrentVertxRequest request, Memberships memberships, KnownViewers known) {
        this.identity = identity;
        this.request = request;
        this.memberships = memberships;
        this.known = known;
    }

    /// The viewer of the current HTTP request or GraphQL operation. Call it before anything asynchronous: the request
    /// is known to the calling method only. The fields of one request share one look into the database.
    ///
    /// @return fails with `UNAUTHENTICATED` when nobody of a workspace is behind the token
    public Uni<Viewer> current() {
        var current = request.getCurrent();
        if (isWebsocket(current)) {
            return find(signedIn(current));
        }
        Uni<Viewer> found = current.get(FOUND);
        if (found == null) {
            found = find(signedIn(current)).memoize().indefinitely();
            current.put(FOUND, found);
        }
        return found;
    }

    /// Read something for the current viewer without a look for them; call it as [#current]. It may be read twice, so
    /// do nothing but read.
    ///
    /// @return what was read while the viewer was allowed what they are now; fails as [#current]
    public <T> Uni<T> read(Function<Viewer, Uni<Seen<T>>> read) {
        return known.read(signedIn(request.getCurrent()), read);
    }

    /// The viewer behind an identity, for connections that outlive their request.
    ///
    /// @param workspace the workspace that the client named, if any
    public Uni<Viewer> of(SecurityIdentity identity, Optional<String> workspace) {
        return Uni.createFrom().item(() -> SignedIn.of(identity, workspace)).chain(this::find);
    }

    /// The viewer that a user of a workspace is now, for what was sealed to them; empty when they have left it.
    public Uni<Optional<Viewer>> member(UUID workspaceId, UUID userId) {
        return memberships.member(workspaceId, userId);
    }

    /// A viewer as they are by now; fails with `UNAUTHENTICATED` when they have left.
    public Uni<Viewer> again(Viewer viewer) {
        return member(viewer.workspaceId(), viewer.userId()).map(found -> found.orElseThrow(SignedIn::unknown));
    }

    private Uni<Viewer> find(SignedIn who) {
        return memberships.viewer(who).map(Seen::value);
    }

    private SignedIn signedIn(RoutingContext current) {
        return SignedIn.of(identity, Optional.ofNullable(current.request().getHeader(WORKSPACE_HEADER)));
    }

    /// A websocket's operations come hours apart, so none may keep what an earlier one found.
    private static boolean isWebsocket(RoutingContext current) {
        return current.request().headers().contains(HttpHeaders.UPGRADE);
    }
}
