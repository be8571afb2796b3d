package dev.sharedinbox.whatsapp.webhook;

import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.channel.WebhookPlugin;
import dev.sharedinbox.platform.ErrorCode;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.InboxException;
import dev.sharedinbox.whatsapp.webhook.lane.IntakeConfig;
import dev.sharedinbox.whatsapp.webhook.lane.IntakeLanes;
import dev.sharedinbox.whatsapp.webhook.ledger.Delivery;
import dev.sharedinbox.whatsapp.webhook.reading.BodyReader;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes Meta's webhooks in: answers 200 after the commit that holds the body, and 503 when it cannot be stored now.
/// A route ahead of sign-in rather than a resource: its proof is the signature, and the way through sign-in and JAX-RS
/// took as much of the processor as everything that is done for a message here.
@ApplicationScoped
class WebhookRoute {

    /// After requests got their ids, before sign-in.
    private static final int ORDER = -500;
    /// Reading more than this would hold the event loop for milliseconds.
    private static final int LARGE_BODY = 64 * 1024;

    private final Plugins plugins;
    private final BodyReader reader;
    private final IntakeLanes lanes;
    private final IntakeConfig config;
    private final Clock clock;

    WebhookRoute(Plugins plugins, BodyReader reader, IntakeLanes lanes, IntakeConfig config, Clock clock) {
        this.plugins = plugins;
        this.reader = reader;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.post(WebhookResource.ROUTE)
                .order(ORDER)
                .handler(BodyHandler.create(false).setBodyLimit(config.maxBody().asLongValue()))
                .handler(this::receive);
    }

    private void receive(RoutingContext request) {
        plugins.byPath(Objects.requireNonNull(request.pathParam("plugin")))
                .subscribe()
                .with(found -> take(found, request), request::fail);
    }

    /// Plain calls where the steps of a Uni would do: each step remembers and restores contexts, which took more time
    /// than reading the body.
    private void take(Optional<WebhookPlugin> found, RoutingContext request) {
        Uni<Void> stored;
        try {
            var plugin = found.orElseThrow(() -> InboxException.notFound("plugin"));
            var body = Objects.requireNonNullElseGet(request.body().buffer(), Buffer::buffer);
            var bytes = body.getBytes();
            requireSigned(request.request().getHeader("X-Hub-Signature-256"), bytes, plugin);
            stored = bytes.length > LARGE_BODY
                    ? Uni.createFrom()
                            .item(() -> read(body, bytes, plugin))
                            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                            .chain(lanes::store)
                    : lanes.store(read(body, bytes, plugin));
        } catch (InboxException e) {
            request.fail(e);
            return;
        }
        stored.subscribe().with(_ -> request.end(), request::fail);
    }

    private Delivery read(Buffer body, byte[] bytes, WebhookPlugin plugin) {
        var now = clock.instant();
        return new Delivery(Ids.next(), plugin, now, body, reader.read(bytes, plugin, now));
    }

    private static void requireSigned(@Nullable String signature, byte[] body, WebhookPlugin plugin) {
        if (!Signature.isValid(signature, body, plugin.appSecrets())) {
            throw new InboxException(
                    ErrorCode.INVALID_SIGNATURE, "X-Hub-Signature-256 does not sign this body with the app's secret.");
        }
    }
}
