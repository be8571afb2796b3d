package dev.sharedinbox.whatsapp.webhook;

import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.channel.WebhookPlugin;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Where Meta makes sure that a webhook address is ours.
@Path("/webhooks/whatsapp/{plugin}")
@Tag(name = "Webhooks")
class WebhookResource {

    /// The path as routes write it.
    static final String ROUTE = "/webhooks/whatsapp/:plugin";

    private final Plugins plugins;

    WebhookResource(Plugins plugins) {
        this.plugins = plugins;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "Meta's verification handshake", description = "Answers the challenge when the token is ours.")
    public Uni<String> verify(
            @PathParam("plugin") String path,
            @QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.challenge") @Nullable String challenge,
            @QueryParam("hub.verify_token") @Nullable String token) {
        return plugin(path).map(plugin -> {
            if (!"subscribe".equals(mode) || challenge == null || token == null || !isTokenOf(plugin, token)) {
                throw new InboxException(ErrorCode.FORBIDDEN, "The verify token is not this plugin's.");
            }
            return challenge;
        });
    }

    private Uni<WebhookPlugin> plugin(String path) {
        return plugins.byPath(path).map(found -> found.orElseThrow(() -> InboxException.notFound("plugin")));
    }

    private static boolean isTokenOf(WebhookPlugin plugin, String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), plugin.verifyToken().getBytes(StandardCharsets.UTF_8));
    }
}
