package dev.sharedinbox.whatsapp.webhook;

import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.channel.WebhookPlugin;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.whatsapp.webhook.lane.Arrival;
import dev.sharedinbox.whatsapp.webhook.lane.Arrivals;
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

    private static final String ARRIVAL = "inbox.arrival";

    private final Plugins plugins;
    private final BodyReader reader;
    private final Arrivals arrivals;
    private final IntakeLanes lanes;
    private final IntakeConfig config;
    private final Clock clock;

    WebhookRoute(
            Plugins plugins,
            BodyReader reader,
            Arrivals arrivals,
            IntakeLanes lanes,
            IntakeConfig config,
            Clock clock) {
        this.plugins = plugins;
        this.reader = reader;
        this.arrivals = arrivals;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.post(WebhookResource.ROUTE).order(ORDER - 1).handler(this::letIn);
        router.post(WebhookResource.ROUTE)
                .order(ORDER)
                .handler(BodyHandler.create(false).setBodyLimit(config.maxBody().asLongValue()))
                .handler(this::receive);
    }

    /// Before its body stands in memory.
    private void letIn(RoutingContext request) {
        Arrival arrival;
        try {
            arrival = arrivals.begin(length(request), () -> request.response().reset());
        } catch (InboxException e) {
            request.fail(e);
            return;
        }
        request.put(ARRIVAL, arrival);
        request.addEndHandler(_ -> arrival.end());
        request.next();
    }

    /// The length that is announced; a body without one may be as large as any.
    private long length(RoutingContext request) {
        var most = config.maxBody().asLongValue();
        var announced = request.request().getHeader("Content-Length");
        return announced != null && announced.matches("[0-9]{1,9}") ? Math.min(Long.parseLong(announced), most) : most;
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
            stored = Arrivals.isLarge(bytes.length)
                    ? Uni.createFrom()
                            .item(() -> read(request, body, bytes, plugin))
                            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                            .chain(lanes::store)
                    : lanes.store(read(request, body, bytes, plugin));
        } catch (InboxException e) {
            request.fail(e);
            return;
        }
        stored.subscribe().with(_ -> request.end(), request::fail);
    }

    private Delivery read(RoutingContext request, Buffer body, byte[] bytes, WebhookPlugin plugin) {
        var now = clock.instant();
        var delivery = new Delivery(Ids.next(), plugin, now, body, reader.read(bytes, plugin, now));
        Objects.requireNonNull(request.<Arrival>get(ARRIVAL)).end();
        return delivery;
    }

    private static void requireSigned(@Nullable String signature, byte[] body, WebhookPlugin plugin) {
        if (!Signature.isValid(signature, body, plugin.appSecrets())) {
            throw new InboxException(
                    ErrorCode.INVALID_SIGNATURE, "X-Hub-Signature-256 does not sign this body with the app's secret.");
        }
    }
}
