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
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Objects;
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
    private final IntakeMetrics metrics;
    private final Clock clock;

    WebhookRoute(
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

    void register(@Observes Router router) {
        router.post(WebhookResource.ROUTE)
                .order(ORDER)
                .handler(BodyHandler.create(false).setBodyLimit(config.maxBody().asLongValue()))
                .handler(this::receive);
    }

    private void receive(RoutingContext request) {
        var body = request.body().buffer();
        store(
                        Objects.requireNonNull(request.pathParam("plugin")),
                        request.request().getHeader("X-Hub-Signature-256"),
                        body == null ? Buffer.buffer() : body)
                .subscribe()
                .with(_ -> request.end(), request::fail);
    }

    private Uni<Void> store(String path, @Nullable String signature, Buffer body) {
        return plugins.byPath(path)
                .map(found -> found.orElseThrow(() -> InboxException.notFound("plugin")))
                .invoke(plugin -> requireSigned(signature, body, plugin))
                .chain(plugin -> read(body, plugin))
                .chain(delivery ->
                        lanes.store(delivery).ifNoItem().after(config.timeout()).failWith(this::tooLate));
    }

    private InboxException tooLate() {
        metrics.refused(Refusal.TIMEOUT);
        return new InboxException(ErrorCode.UNAVAILABLE, "The webhook was not stored in time; send it again.");
    }

    private Uni<Delivery> read(Buffer body, WebhookPlugin plugin) {
        var reading = Uni.createFrom().item(() -> {
            var now = clock.instant();
            return new Delivery(Ids.next(), plugin, now, body, reader.read(body.getBytes(), plugin, now));
        });
        return body.length() > LARGE_BODY ? reading.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : reading;
    }

    private static void requireSigned(@Nullable String signature, Buffer body, WebhookPlugin plugin) {
        if (!Signature.isValid(signature, body.getBytes(), plugin.appSecrets())) {
            throw new InboxException(
                    ErrorCode.INVALID_SIGNATURE, "X-Hub-Signature-256 does not sign this body with the app's secret.");
        }
    }
}
