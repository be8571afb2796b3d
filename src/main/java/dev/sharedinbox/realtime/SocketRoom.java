package dev.sharedinbox.realtime;

import io.netty.channel.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Optional;

/// Whether a client takes more. The GraphQL engine writes without looking, so a stream looks before it pulls.
///
/// @param connection what the subscription came over
/// @param channel its channel; empty where there is none to ask
/// @param limit how long a client may take nothing
record SocketRoom(HttpConnection connection, Optional<Channel> channel, Duration limit) {

    private static final Duration LOOK = Duration.ofMillis(20);

    static SocketRoom of(HttpConnection connection, Duration limit) {
        var channel =
                connection instanceof ConnectionBase base ? Optional.of(base.channel()) : Optional.<Channel>empty();
        return new SocketRoom(connection, channel, limit);
    }

    /// Completes when the client has taken enough of what was written. One that takes nothing for long is cut off,
    /// which
    /// cancels whoever waits here.
    Uni<Void> room() {
        return hasRoom() ? Uni.createFrom().voidItem() : waitForRoom();
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
                .last()
                .ifNoItem()
                .after(limit)
                .recoverWithUni(this::cut);
    }

    private Uni<Void> cut() {
        return Uni.createFrom()
                .completionStage(() -> connection.close().toCompletionStage())
                .chain(() -> Uni.createFrom().nothing());
    }

    private boolean hasRoom() {
        return channel.map(Channel::isWritable).orElse(true);
    }
}
