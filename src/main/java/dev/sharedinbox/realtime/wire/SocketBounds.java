package dev.sharedinbox.realtime.wire;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Sees every websocket before it is one, those of GraphQL too, and bounds what its compression may cost.
@ApplicationScoped
class SocketBounds {

    private static final int BEFORE_DOORS = 101;

    private final int level;
    private final int maxFrame;

    SocketBounds(
            @ConfigProperty(name = "quarkus.websockets-next.server.compression-level", defaultValue = "6") int level,
            @ConfigProperty(name = "quarkus.websockets-next.server.max-frame-size") int maxFrame) {
        this.level = level;
        this.maxFrame = maxFrame;
    }

    void register(@Observes Filters filters) {
        filters.register(this::bound, BEFORE_DOORS);
    }

    private void bound(RoutingContext request) {
        if (request.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            Wire.below(request.request()).bound(level, maxFrame);
        }
        request.next();
    }
}
