package dev.sharedinbox.team.signin;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// The person a valid token speaks of, before any workspace knows them.
///
/// @param subject who the OIDC provider says this is
/// @param name what to call them
/// @param email their address, only if the provider verified it
/// @param workspaceId the workspace they ask for, if they choose one
record SignedIn(String subject, String name, Optional<String> email, Optional<UUID> workspaceId) {

    private static final int MAX_NAME = 200;

    /// Read the token behind an identity.
    ///
    /// @param chosen the workspace that the request names; it wins over the token's claim `workspace`
    static SignedIn of(SecurityIdentity identity, Optional<String> chosen) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            throw new InboxException(ErrorCode.UNAUTHENTICATED, "A valid bearer token is needed.");
        }
        var workspace = chosen.or(() -> text(token, "workspace"));
        if (workspace.isPresent() && workspace.flatMap(Ids::parse).isEmpty()) {
            throw unknown();
        }
        return new SignedIn(token.getSubject(), name(token), verifiedEmail(token), workspace.flatMap(Ids::parse));
    }

    static InboxException unknown() {
        return new InboxException(ErrorCode.UNAUTHENTICATED, "No workspace here knows the user of this token.");
    }

    Optional<String> emailDomain() {
        return email.map(
                address -> address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    private static String name(JsonWebToken token) {
        var name = Stream.of("name", "preferred_username", "email")
                .flatMap(claim -> text(token, claim).stream())
                .findFirst()
                .orElse(token.getSubject());
        return name.substring(0, Math.min(name.length(), MAX_NAME));
    }

    private static Optional<String> verifiedEmail(JsonWebToken token) {
        return Boolean.TRUE.equals(token.<Object>getClaim("email_verified"))
                ? text(token, "email").filter(address -> address.indexOf('@') > 0)
                : Optional.empty();
    }

    private static Optional<String> text(JsonWebToken token, String claim) {
        return token.<Object>getClaim(claim) instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }
}
