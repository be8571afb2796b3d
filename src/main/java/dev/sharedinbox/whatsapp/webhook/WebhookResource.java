package dev.sharedinbox.whatsapp.webhook;

import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.channel.WebhookPlugin;
import dev.sharedinbox.platform.ErrorCode;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.InboxException;
import dev.sharedinbox.whatsapp.webhook.IntakeMetrics.Refusal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Where Meta reaches us.
@Path("/webhooks/whatsapp/{plugin}")
@Tag(name = "Webhooks")
class WebhookResource {

    /// Reading more than this would hold the event loop for milliseconds.
    private static final int LARGE_BODY = 64 * 1024;

    private final Plugins plugins;
    private final BodyReader reader;
    private final IntakeLanes lanes;
    private final IntakeConfig config;
    private final IntakeMetrics metrics;
    private final Clock clock;

    WebhookResource(
            Plugins plugins,
            BodyReader reader,
            IntakeLanes lanes,
            IntakeConfig config,
            IntakeMetrics metrics,
            Clock clock) {
        this.plugins = plugins;
        this.reader = reader;
        this.lanes = lanes;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
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

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Meta's webhooks",
            description = "Answers 200 after the commit that holds the body, and 503 when it cannot be stored now.")
    public Uni<RestResponse<Void>> receive(
            @PathParam("plugin") String path,
            @HeaderParam("X-Hub-Signature-256") @Nullable String signature,
            byte[] body) {
        if (body.length > config.maxBody().asLongValue()) {
            throw new InboxException(ErrorCode.PAYLOAD_TOO_LARGE, "A webhook body has at most 3 MB.");
        }
        return plugin(path)
                .invoke(plugin -> requireSigned(signature, body, plugin))
                .chain(plugin -> read(body, plugin))
                .chain(delivery ->
                        lanes.store(delivery).ifNoItem().after(config.timeout()).failWith(this::tooLate))
                .map(_ -> RestResponse.ok());
    }

    private InboxException tooLate() {
        metrics.refused(Refusal.TIMEOUT);
        return new InboxException(ErrorCode.UNAVAILABLE, "The webhook was not stored in time; send it again.");
    }

    private Uni<Delivery> read(byte[] body, WebhookPlugin plugin) {
        var reading = Uni.createFrom().item(() -> {
            var now = clock.instant();
            return new Delivery(Ids.next(), plugin, now, Buffer.buffer(body), reader.read(body, plugin, now));
        });
        return body.length > LARGE_BODY ? reading.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : reading;
    }

    private Uni<WebhookPlugin> plugin(String path) {
        return plugins.byPath(path).map(found -> found.orElseThrow(() -> InboxException.notFound("plugin")));
    }

    private static void requireSigned(@Nullable String signature, byte[] body, WebhookPlugin plugin) {
        if (!Signature.isValid(signature, body, plugin.appSecrets())) {
            throw new InboxException(
                    ErrorCode.INVALID_SIGNATURE, "X-Hub-Signature-256 does not sign this body with the app's secret.");
        }
    }

    private static boolean isTokenOf(WebhookPlugin plugin, String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), plugin.verifyToken().getBytes(StandardCharsets.UTF_8));
    }
}
