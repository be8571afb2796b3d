package dev.sharedinbox.realtime;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/// Finds the connection that an operation came over.
@ApplicationScoped
class SocketRooms {

    private final CurrentVertxRequest request;
    private final LiveConfig config;

    SocketRooms(CurrentVertxRequest request, LiveConfig config) {
        this.request = request;
        this.config = config;
    }

    /// The connection of the current operation; to be called before anything asynchronous.
    SocketRoom current() {
        return SocketRoom.of(request.getCurrent().request().connection(), config.write());
    }
}
