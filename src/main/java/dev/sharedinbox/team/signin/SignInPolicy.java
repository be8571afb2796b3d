package dev.sharedinbox.team.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// Lets in requests with a valid token only. The one exception is the upgrade to a websocket. To GraphQL a browser can
/// send its token no earlier than in `connection_init`, and each operation asks for its viewer anyway; `/ws/v1` closes
/// at once with a code of its own, because a browser cannot see why an upgrade was refused.
@ApplicationScoped
class SignInPolicy implements HttpSecurityPolicy {

    private static final Set<String> WEBSOCKETS = Set.of("/graphql", "/ws/v1");

    @Override
    public String name() {
        return "signed-in";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return identity.map(who -> {
            if (who.isAnonymous() && !isWebsocketUpgrade(request)) {
                throw new AuthenticationFailedException("No token");
            }
            return CheckResult.PERMIT;
        });
    }

    private static boolean isWebsocketUpgrade(RoutingContext request) {
        return WEBSOCKETS.contains(request.normalizedPath())
                && request.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }
}
