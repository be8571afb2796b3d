package dev.sharedinbox.realtime.socket;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.Failure;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.realtime.socket.ServerFrame.Who;
import dev.sharedinbox.realtime.wire.Connection;
import dev.sharedinbox.team.access.Viewer;
import io.quarkus.logging.Log;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One client's conversation: hello first, then everything else. Confined to the connection's event loop.
final class LiveConnection implements Connection {

    private final LiveRoom room;
    private final Context context;
    private final Credentials credentials;
    private final Line line;
    private final Subscriptions subscriptions;
    private final Subscribing subscribing;
    private final Budget budget;
    private final Budget presenceBudget;
    /// What hello agreed on; null before.
    private @Nullable Terms terms;

    LiveConnection(WebSocketConnection socket, SecurityIdentity identity, Context context, LiveRoom room) {
        this.room = room;
        this.context = context;
        credentials = new Credentials(identity, room);
        line = new Line(socket, room);
        subscriptions = new Subscriptions(context, line, room, this::requireMember);
        subscribing = new Subscribing(room.feed(), subscriptions, this::viewer);
        budget = new Budget(room.clock(), room.config().limits().framesPerSecond());
        presenceBudget = new Budget(room.clock(), room.config().limits().presenceFramesPerSecond());
    }

    @Override
    public Context context() {
        return context;
    }

    /// Answer a frame.
    Uni<Void> receive(String text) {
        line.heard();
        if (text.length() > room.config().limits().frameBytes()) {
            return close(CloseCode.BAD_FRAME);
        }
        if (!budget.spend()) {
            return refuse(Frames.heading(text), ErrorCode.RATE_LIMITED, "Too many frames; send fewer each second.");
        }
        return room.frames().read(text).map(this::receive).orElseGet(() -> close(CloseCode.BAD_FRAME));
    }

    Uni<Void> receivePong() {
        line.heard();
        var agreed = terms;
        return agreed == null ? Uni.createFrom().voidItem() : agreed.attending().renew();
    }

    @Override
    public Uni<Void> check() {
        if (terms == null && line.isOlderThan(room.config().hello())) {
            return close(CloseCode.NO_HELLO);
        }
        if (credentials.areExpired()) {
            return close(CloseCode.UNAUTHORIZED);
        }
        if (line.isStuck() || subscriptions.lag() > room.config().maxLag()) {
            return close(CloseCode.TOO_SLOW);
        }
        return line.keepAlive();
    }

    @Override
    public Uni<Void> sendAway() {
        return close(CloseCode.GOING_AWAY);
    }

    Uni<Void> close(CloseCode code) {
        release();
        return line.close(code);
    }

    /// Let go of everything the connection holds.
    void release() {
        subscriptions.close();
        var agreed = terms;
        if (agreed != null) {
            agreed.attending().close();
        }
        room.connections().remove(this);
    }

    private Uni<Void> receive(ClientFrame frame) {
        var agreed = terms;
        if (agreed == null) {
            return frame instanceof ClientFrame.Hello hello ? hello(hello) : close(CloseCode.BAD_FRAME);
        }
        return switch (frame) {
            case ClientFrame.Hello _ -> close(CloseCode.BAD_FRAME);
            case ClientFrame.Subscribe subscribe -> subscribe(agreed, subscribe);
            case ClientFrame.Unsubscribe(var id) -> unsubscribe(id);
            case ClientFrame.Ack _ -> Uni.createFrom().voidItem();
            case ClientFrame.Ping _ ->
                line.send(new ServerFrame.Pong()).chain(() -> agreed.attending().renew());
            case ClientFrame.Typing typing ->
                attend(typing, () -> agreed.attending().typing(typing));
            case ClientFrame.Viewing viewing ->
                attend(viewing, () -> agreed.attending().viewing(viewing));
            case ClientFrame.Token(var token) -> renew(agreed, token);
            case ClientFrame.Unknown _ ->
                refuse(Heading.of(frame), ErrorCode.INVALID_INPUT, "This version does not know frames of this type.");
        };
    }

    private Uni<Void> hello(ClientFrame.Hello hello) {
        credentials.choose(Optional.ofNullable(hello.workspaceId()));
        return credentials
                .viewer()
                .chain(viewer -> room.feed()
                        .cursor(viewer)
                        .chain(head -> welcome(
                                viewer, Optional.ofNullable(hello.after()).orElse(head))))
                .onFailure()
                .recoverWithUni(thrown -> end(thrown).orElseGet(() -> refuse(hello, thrown)));
    }

    private Uni<Void> welcome(Viewer viewer, String cursor) {
        if (line.isEnding()) {
            return Uni.createFrom().voidItem();
        }
        if (!room.connections().admit(this, viewer, room.config().limits().connectionsPerUser())) {
            return close(CloseCode.TOO_MANY_CONNECTIONS);
        }
        terms = new Terms(viewer, cursor, attending(viewer));
        return line.send(ServerFrame.Welcome.of(cursor, room.config(), viewer));
    }

    private Attending attending(Viewer viewer) {
        return new Attending(
                viewer.workspaceId(), this::viewer, room.presences(), context, line, subscriptions, room.metrics());
    }

    private Uni<Void> attend(ClientFrame frame, Supplier<Uni<Void>> doing) {
        if (!presenceBudget.spend()) {
            return refuse(Heading.of(frame), ErrorCode.RATE_LIMITED, "Too much typing and viewing; say it less often.");
        }
        return Uni.createFrom().deferred(() -> doing.get()).onFailure().recoverWithUni(thrown -> refuse(frame, thrown));
    }

    private Uni<Void> subscribe(Terms agreed, ClientFrame.Subscribe frame) {
        var id = frame.id();
        if (id == null || id.isEmpty()) {
            return close(CloseCode.BAD_FRAME);
        }
        return Uni.createFrom()
                .deferred(() -> subscribing.begin(agreed, id, frame))
                .onFailure()
                .recoverWithUni(thrown -> refuse(frame, thrown));
    }

    private Uni<Void> unsubscribe(@Nullable String id) {
        if (id == null) {
            return close(CloseCode.BAD_FRAME);
        }
        subscriptions.remove(id);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> renew(Terms agreed, @Nullable String token) {
        return token == null
                ? close(CloseCode.BAD_FRAME)
                : credentials
                        .renew(token, agreed.viewer())
                        .onFailure()
                        .recoverWithUni(thrown -> end(thrown).orElseGet(() -> close(CloseCode.UNAUTHORIZED)));
    }

    /// After a change of access: tell what it changed, or end the connection of a user who no longer belongs here.
    private Uni<Void> requireMember() {
        return viewer().replaceWithVoid()
                .onFailure(InboxException.class)
                .recoverWithUni(() -> close(CloseCode.FORBIDDEN))
                .onFailure()
                .retry()
                .withBackOff(room.reading().poll())
                .atMost(5);
    }

    /// Read who this is and what they may now, and tell the client when it was told otherwise.
    private Uni<Viewer> viewer() {
        return credentials.viewer().call(viewer -> {
            var agreed = terms;
            var who = Who.of(viewer);
            if (agreed == null || who.equals(Who.of(agreed.viewer()))) {
                return Uni.createFrom().voidItem();
            }
            terms = new Terms(viewer, agreed.cursor(), agreed.attending());
            return line.send(new ServerFrame.NewViewer(who));
        });
    }

    /// End the connection if the failure says that nobody we know is behind it.
    private Optional<Uni<Void>> end(Throwable thrown) {
        return switch (Failure.of(thrown).code()) {
            case UNAUTHENTICATED -> Optional.of(close(CloseCode.UNAUTHORIZED));
            case FORBIDDEN -> Optional.of(close(CloseCode.FORBIDDEN));
            default -> Optional.empty();
        };
    }

    private Uni<Void> refuse(ClientFrame frame, Throwable thrown) {
        var failure = Failure.of(thrown);
        if (failure.code() == ErrorCode.INTERNAL) {
            Log.error("A frame could not be answered", thrown);
        }
        return line.send(ServerFrame.Refused.of(Heading.of(frame), failure.code(), failure.message(), failure.path()));
    }

    private Uni<Void> refuse(Heading frame, ErrorCode code, String message) {
        return line.send(ServerFrame.Refused.of(frame, code, message, List.of()));
    }
}
