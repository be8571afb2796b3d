package dev.sharedinbox.realtime.wire;

import io.netty.channel.Channel;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Optional;

/// The bare connection below a websocket, for what the layers above it cannot do: look whether a client takes what is
/// written before writing more, and cut one off that takes nothing, which would keep its unread frames for ever.
///
/// @param channel the network's end; empty where there is none to ask
public record Wire(Optional<Channel> channel) {

    /// Where an upgrade keeps it for the websocket that it becomes.
    public static final TypedKey<Wire> KEY = new TypedKey<>("wire");

    private static final Duration LOOK = Duration.ofMillis(20);

    /// The wire below a request.
    public static Wire below(HttpServerRequest request) {
        return new Wire(
                request.connection() instanceof ConnectionBase connection
                        ? Optional.of(connection.channel())
                        : Optional.empty());
    }

    /// Whether the client has taken most of what was written.
    public boolean hasRoom() {
        return channel.map(Channel::isWritable).orElse(true);
    }

    /// Completes when the client has taken most of what was written.
    public Uni<Void> room() {
        return hasRoom() ? Uni.createFrom().voidItem() : waitForRoom();
    }

    /// Bound what compressing may cost once this is a websocket, see [Deflation].
    void bound(int level, int maxFrame) {
        channel.ifPresent(open -> Deflation.bound(open, level, maxFrame));
    }

    /// End the connection at once. An ordinary close would wait until the client has taken what was written.
    void cut() {
        channel.ifPresent(open -> open.eventLoop().execute(() -> open.unsafe().close(open.voidPromise())));
    }

    private Uni<Void> waitForRoom() {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(LOOK)
                .repeat()
                .until(_ -> hasRoom())
                .collect()
                .last();
    }
}
