package dev.sharedinbox.demo;

import dev.sharedinbox.platform.failure.InboxException;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;

/// Hands out a token for any user by name, in place of a sign-in page. A prod build does not have it.
@Path("/dev/token")
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class DevTokenResource {

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final String KNOWN = "select exists(select from workspace_user where subject = $1 and active)";

    private final Pool pool;

    DevTokenResource(Pool pool) {
        this.pool = pool;
    }

    @GET
    public Uni<Token> token(@QueryParam("user") @DefaultValue("") String user) {
        return pool.preparedQuery(KNOWN).execute(Tuple.of(user)).map(rows -> {
            if (!rows.iterator().next().getBoolean(0)) {
                throw InboxException.notFound("user", "user");
            }
            return new Token(Jwt.subject(user).expiresIn(LIFETIME).sign());
        });
    }

    /// @param token a bearer token for `Authorization`
    record Token(String token) {}
}
