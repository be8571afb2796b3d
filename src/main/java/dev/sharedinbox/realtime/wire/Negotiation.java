package dev.sharedinbox.realtime.wire;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/// Makes the server negotiate websocket extensions. Quarkus, which upgrades requests by itself, switches off
/// Vert.x's part in websockets just before it opens the server, and their compression with it, whatever is
/// configured.
@Singleton
class Negotiation implements HttpServerOptionsCustomizer {

    private static final String SWITCH = "vertx.disableWebsockets";

    Negotiation() {}

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        System.setProperty(SWITCH, "false");
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        System.setProperty(SWITCH, "false");
    }
}
