package dev.sharedinbox.realtime.graphql;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.realtime.socket.Budget;
import dev.sharedinbox.realtime.wire.Connection;
import dev.sharedinbox.realtime.wire.Expiry;
import dev.sharedinbox.realtime.wire.Wire;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import io.quarkus.logging.Log;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.graphql.websocket.GraphQLWebSocketSession;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One client's connection to GraphQL, below the protocol. Confined to its event loop, except for what the
/// engine calls: [#sendMessage], [#close(short, String)] and [#isClosed].
final class GraphqlConnection implements Connection, GraphQLWebSocketSession {

    private static final int HEARTBEATS_OF_SILENCE = 3;
    private static final int LONGEST_REASON = 100;

    private final ServerWebSocket socket;
    private final RoutingContext request;
    private final GraphqlRoom room;
    private final Context context;
    private final Wire wire;
    private final Budget budget;
    private final Instant openedAt;
    private Instant heardAt;
    /// Since when the client does not take what is written; null while it does.
    private @Nullable Instant fullSince;
    /// Whether it said more than it may in a second.
    private boolean resting;
    private boolean begun;
    private boolean known;
    private volatile boolean closing;

    GraphqlConnection(ServerWebSocket socket, RoutingContext request, Context context, GraphqlRoom room) {
        this.socket = socket;
        this.request = request;
        this.context = context;
        this.room = room;
        wire = Wire.below(request.request());
        budget = new Budget(room.clock(), room.config().limits().framesPerSecond());
        openedAt = room.clock().instant();
        heardAt = openedAt;
    }

    /// Take what the client says from now on.
    void speak(GraphqlProtocol protocol) {
        room.connections().add(this);
        socket.textMessageHandler(message -> receive(protocol, message));
        socket.binaryMessageHandler(_ -> end(GraphqlClose.BAD_FRAME));
        socket.exceptionHandler(failure -> Log.debug("A websocket of GraphQL failed", failure));
        socket.closeHandler(_ -> {
            closing = true;
            room.connections().remove(this);
            protocol.onClose();
        });
    }

    @Override
    public Context context() {
        return context;
    }

    @Override
    public Uni<Void> check() {
        var now = room.clock().instant();
        if (!known && isPast(openedAt, room.config().hello(), now)) {
            return close(GraphqlClose.NO_INIT);
        }
        if (identity().filter(who -> Expiry.isNear(who, now)).isPresent()) {
            return close(GraphqlClose.FORBIDDEN);
        }
        return isStuck(now) ? close(GraphqlClose.TOO_SLOW) : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> sendAway() {
        return close(GraphqlClose.GOING_AWAY);
    }

    /// Find out who begins here, and let them in unless they have too many connections.
    void admit(Runnable letIn) {
        if (begun) {
            end(GraphqlClose.SECOND_INIT);
            return;
        }
        begun = true;
        viewer().subscribe()
                .with(
                        viewer -> {
                            known = room.connections()
                                    .admit(this, viewer, room.config().limits().connectionsPerUser());
                            if (known) {
                                letIn.run();
                            } else {
                                end(GraphqlClose.TOO_MANY_CONNECTIONS);
                            }
                        },
                        failure -> end(
                                failure instanceof InboxException ? GraphqlClose.FORBIDDEN : GraphqlClose.UNAVAILABLE));
    }

    /// End it, whether or not the client takes notice.
    void end(GraphqlClose code) {
        close(code).subscribe().with(_ -> {}, failure -> Log.debug("A connection was gone already", failure));
    }

    @Override
    public void sendMessage(String message) {
        if (isClosed()) {
            return;
        }
        var _ = socket.writeTextMessage(message);
        if (socket.writeQueueFull()) {
            context.runOnContext(_ -> waitForRoom());
        }
    }

    /// The engine ends it: the protocol was not kept to.
    @Override
    public void close(short code, String reason) {
        closing = true;
        var _ = socket.close(code, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    @Override
    public boolean isClosed() {
        return closing || socket.isClosed();
    }

    private void receive(GraphqlProtocol protocol, String message) {
        heardAt = room.clock().instant();
        if (!budget.spend()) {
            resting = true;
            listenOrNot();
            context.owner().setTimer(Duration.ofSeconds(1).toMillis(), _ -> {
                resting = false;
                listenOrNot();
            });
        }
        protocol.onMessage(message);
    }

    /// Whoever does not take answers may not ask for more.
    private void waitForRoom() {
        if (fullSince == null && socket.writeQueueFull()) {
            fullSince = room.clock().instant();
            listenOrNot();
            socket.drainHandler(_ -> {
                fullSince = null;
                listenOrNot();
            });
        }
    }

    private void listenOrNot() {
        if (resting || fullSince != null) {
            socket.pause();
        } else {
            socket.resume();
        }
    }

    private Uni<Void> close(GraphqlClose code) {
        if (isClosed()) {
            return Uni.createFrom().voidItem();
        }
        closing = true;
        room.connections().closing(code);
        room.connections().remove(this);
        return Uni.createFrom()
                .completionStage(() -> socket.close(code.code(), code.message()).toCompletionStage())
                .ifNoItem()
                .after(room.patience().limit())
                .recoverWithUni(() -> {
                    room.patience().end(wire);
                    return Uni.createFrom().voidItem();
                });
    }

    private boolean isStuck(Instant now) {
        return (fullSince != null && isPast(fullSince, room.patience().limit(), now))
                || isPast(heardAt, room.config().heartbeat().multipliedBy(HEARTBEATS_OF_SILENCE), now);
    }

    private static boolean isPast(Instant start, Duration limit, Instant now) {
        return start.plus(limit).isBefore(now);
    }

    private Uni<Viewer> viewer() {
        var workspace = Optional.ofNullable(request.request().getHeader(Viewers.WORKSPACE_HEADER));
        return identity()
                .map(who -> room.viewers().of(who, workspace))
                .orElseGet(() -> Uni.createFrom()
                        .failure(new InboxException(ErrorCode.UNAUTHENTICATED, "A valid bearer token is needed.")));
    }

    /// Whose token came with the upgrade or with the first message; empty before that.
    private Optional<SecurityIdentity> identity() {
        return request.user() instanceof QuarkusHttpUser user
                ? Optional.of(user.getSecurityIdentity())
                : Optional.empty();
    }
}
