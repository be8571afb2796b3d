package dev.sharedinbox.team.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Does not check the signature of a token again that was found good a moment ago: clients send the same one with every
/// request, and checking it is a tenth of the work of a page. What a token says of itself cannot change, and its end is
/// looked at each time. Who the person is here, and what they may do, is asked of the database as ever; see [Viewers].
///
/// A key that the provider withdraws is trusted for at most [#MEMORY] longer. Tokens that were refused are not kept.
@ApplicationScoped
class KnownTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final Duration MEMORY = Duration.ofSeconds(10);
    private static final int MAX_TOKENS = 10_000;
    private static final String REQUEST = RoutingContext.class.getName();

    private final OidcIdentityProvider oidc;
    private final Clock clock;
    private final Cache<Presented, SecurityIdentity> known = Caffeine.newBuilder()
            .expireAfterWrite(MEMORY)
            .maximumSize(MAX_TOKENS)
            .build();

    KnownTokens(OidcIdentityProvider oidc, Clock clock) {
        this.oidc = oidc;
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /// Asked before the extension's own.
    @Override
    public int priority() {
        return oidc.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var http = HttpSecurityUtils.getRoutingContextAttribute(request);
        var presented = new Presented(
                request.getToken().getToken(), http == null ? null : http.get(OidcUtils.TENANT_ID_ATTRIBUTE));
        var found = known.getIfPresent(presented);
        return found != null && isValid(found)
                ? Uni.createFrom().item(of(http, found))
                : oidc.authenticate(request, context).invoke(identity -> keep(presented, identity));
    }

    private void keep(Presented presented, @Nullable SecurityIdentity identity) {
        if (identity != null && isValid(identity)) {
            known.put(presented, withoutRequest(identity));
        }
    }

    private boolean isValid(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                && Instant.ofEpochSecond(token.getExpirationTime()).isAfter(clock.instant());
    }

    /// The request would be held in memory with it, and so would what checks the permissions that a token names. They
    /// are left behind: our permissions stand in the database.
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        var copy = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials());
        identity.getAttributes().forEach((name, value) -> {
            if (!name.equals(REQUEST)) {
                copy.addAttribute(name, value);
            }
        });
        return copy.build();
    }

    private static SecurityIdentity of(@Nullable RoutingContext http, SecurityIdentity identity) {
        return Optional.ofNullable(http)
                .<SecurityIdentity>map(present -> QuarkusSecurityIdentity.builder(identity)
                        .addAttribute(REQUEST, present)
                        .build())
                .orElse(identity);
    }

    /// @param tenant the OIDC tenant that is to check it, where there are several
    private record Presented(String token, @Nullable String tenant) {}
}
