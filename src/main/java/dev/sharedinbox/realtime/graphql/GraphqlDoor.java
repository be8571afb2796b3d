package dev.sharedinbox.realtime.graphql;

import io.quarkus.logging.Log;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLAbstractHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where websockets come in to GraphQL, in place of SmallRye's own door.
@Singleton
class GraphqlDoor extends SmallRyeGraphQLAbstractHandler {

    private static final String PATH = "/graphql";
    private static final String PROTOCOL = "graphql-transport-ws";
    /// The engine's door opens directly after this.
    private static final int AFTER_SIGN_IN = 100;

    private final GraphqlRoom room;
    private final String tokenName;
    private final Vertx vertx;

    GraphqlDoor(
            CurrentIdentityAssociation identities,
            CurrentVertxRequest request,
            GraphqlRoom room,
            @ConfigProperty(name = "quarkus.smallrye-graphql.authorization-client-init-payload-name") String tokenName,
            Vertx vertx) {
        super(identities, request, false);
        this.room = room;
        this.tokenName = tokenName;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this, AFTER_SIGN_IN);
    }

    @Override
    public void handle(RoutingContext request) {
        if (request.normalizedPath().equals(PATH)
                && request.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            super.handle(request);
        } else {
            request.next();
        }
    }

    @Override
    protected void doHandle(RoutingContext request) {
        var metaData = getMetaData(request);
        var _ = request.request()
                .toWebSocket()
                .onSuccess(socket -> open(socket, request, metaData))
                .onFailure(failure -> Log.debug("An upgrade failed", failure));
    }

    private void open(ServerWebSocket socket, RoutingContext request, Map<String, Object> metaData) {
        var connection = new GraphqlConnection(socket, request, vertx.getOrCreateContext(), room);
        var limits = room.config().limits();
        connection.speak(new GraphqlProtocol(connection, metaData, request, this, tokenName, limits.subscriptions()));
        if (!PROTOCOL.equals(socket.subProtocol())) {
            connection.end(GraphqlClose.OTHER_PROTOCOL);
        } else if (room.connections().isStopping()) {
            connection.end(GraphqlClose.GOING_AWAY);
        }
    }
}
