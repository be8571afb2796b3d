package dev.sharedinbox.realtime.socket;

import io.quarkus.logging.Log;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/// `/ws/v1`: JSON frames for phones and other clients that want one connection for everything. The frames are
/// [ClientFrame] and [ServerFrame], the close codes [CloseCode].
@WebSocket(path = "/ws/v1")
class LiveSocket {

    private static final TypedKey<LiveConnection> CONNECTION = new TypedKey<>("live-connection");

    private final LiveRoom room;
    private final CurrentIdentityAssociation identities;
    private final Vertx vertx;

    LiveSocket(LiveRoom room, CurrentIdentityAssociation identities, Vertx vertx) {
        this.room = room;
        this.identities = identities;
        this.vertx = vertx;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection socket) {
        if (room.connections().isStopping()) {
            return socket.close(CloseCode.GOING_AWAY.reason());
        }
        var identity = identities.getIdentity();
        if (identity.isAnonymous()) {
            return socket.close(CloseCode.UNAUTHORIZED.reason());
        }
        var connection = new LiveConnection(socket, identity, vertx.getOrCreateContext(), room);
        room.connections().add(connection);
        socket.userData().put(CONNECTION, connection);
        return Uni.createFrom().voidItem();
    }

    @OnTextMessage
    Uni<Void> receive(String frame, WebSocketConnection socket) {
        return of(socket)
                .map(connection -> connection.receive(frame))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @OnBinaryMessage
    Uni<Void> receive(Buffer frame, WebSocketConnection socket) {
        return of(socket)
                .map(connection -> connection.close(CloseCode.BAD_FRAME))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @OnPongMessage
    Uni<Void> pong(Buffer data, WebSocketConnection socket) {
        return of(socket)
                .map(LiveConnection::receivePong)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @OnClose
    void close(WebSocketConnection socket) {
        of(socket).ifPresent(LiveConnection::release);
    }

    /// A peer that is gone, or a frame that could not be written to it: the close that follows lets go of everything.
    @OnError
    void fail(Throwable failure, WebSocketConnection socket) {
        Log.debugf(failure, "Websocket %s failed", socket.id());
    }

    private static Optional<LiveConnection> of(WebSocketConnection socket) {
        return Optional.ofNullable(socket.userData().get(CONNECTION));
    }
}
