package dev.sharedinbox.realtime.socket;

import dev.sharedinbox.realtime.wire.Connections;
import dev.sharedinbox.realtime.wire.Patience;
import dev.sharedinbox.realtime.wire.Wire;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The wire to one client: writes frames in order, keeps it alive and notices when nothing gets through any more.
final class Line {

    private static final int HEARTBEATS_OF_SILENCE = 3;
    private static final int MOST_PENDING = 32;

    private final WebSocketConnection socket;
    private final Frames frames;
    private final SocketConfig config;
    private final Connections connections;
    private final Patience patience;
    private final Clock clock;
    private final Instant openedAt;
    /// Frames handed to the socket and not yet written.
    private int pending;
    /// When a frame was last written, or the first of the pending ones handed over.
    private Instant movedAt;
    /// When the client last said anything, be it a pong.
    private Instant heardAt;
    private Instant pingedAt;
    private boolean closing;

    Line(WebSocketConnection socket, LiveRoom room) {
        this.socket = socket;
        frames = room.frames();
        config = room.config();
        connections = room.connections();
        patience = room.patience();
        clock = room.clock();
        openedAt = clock.instant();
        movedAt = openedAt;
        heardAt = openedAt;
        pingedAt = openedAt;
    }

    /// Write a frame; completes when the socket took it.
    Uni<Void> send(ServerFrame frame) {
        return Uni.createFrom().deferred(() -> {
            begin();
            return socket.sendText(frames.write(frame)).eventually(this::end);
        });
    }

    /// Note that the client is alive.
    void heard() {
        heardAt = clock.instant();
    }

    /// Ping when it is time to.
    Uni<Void> keepAlive() {
        if (closing || !isPast(pingedAt, config.heartbeat())) {
            return Uni.createFrom().voidItem();
        }
        pingedAt = clock.instant();
        return socket.sendPing(Buffer.buffer());
    }

    /// End the connection, unless it is ending already. A client that does not even take that is cut off.
    Uni<Void> close(CloseCode code) {
        if (closing || socket.isClosed()) {
            return Uni.createFrom().voidItem();
        }
        closing = true;
        connections.closing(code);
        return socket.close(code.reason()).ifNoItem().after(patience.limit()).recoverWithUni(this::cut);
    }

    /// Whether the client takes what is written. One who does not is spared what can be left out.
    boolean hasRoom() {
        return pending < MOST_PENDING
                && Optional.ofNullable(socket.userData().get(Wire.KEY))
                        .map(Wire::hasRoom)
                        .orElse(true);
    }

    boolean isOlderThan(Duration age) {
        return isPast(openedAt, age);
    }

    /// Whether frames do not get through, or nothing has come back for several heartbeats.
    boolean isStuck() {
        return (pending > 0 && isPast(movedAt, patience.limit()))
                || isPast(heardAt, config.heartbeat().multipliedBy(HEARTBEATS_OF_SILENCE));
    }

    boolean isEnding() {
        return closing || socket.isClosed();
    }

    private Uni<Void> cut() {
        Optional.ofNullable(socket.userData().get(Wire.KEY)).ifPresent(patience::end);
        return Uni.createFrom().voidItem();
    }

    private boolean isPast(Instant start, Duration limit) {
        return start.plus(limit).isBefore(clock.instant());
    }

    private void begin() {
        if (pending == 0) {
            movedAt = clock.instant();
        }
        pending++;
    }

    private void end() {
        pending--;
        movedAt = clock.instant();
    }
}
