package dev.sharedinbox.team;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/// Lets in requests with a valid token only. The one exception is the upgrade to GraphQL over websocket: a browser can
/// send its token there no earlier than in `connection_init`, and each operation asks for its viewer anyway.
@ApplicationScoped
class SignInPolicy implements HttpSecurityPolicy {

    @Override
    public String name() {
        return "signed-in";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return identity.map(who -> {
            if (who.isAnonymous() && !isGraphqlUpgrade(request)) {
                throw new AuthenticationFailedException("No token");
            }
            return CheckResult.PERMIT;
        });
    }

    private static boolean isGraphqlUpgrade(RoutingContext request) {
        return request.normalizedPath().equals("/graphql")
                && request.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }
}
