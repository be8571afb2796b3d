package dev.sharedinbox.realtime.socket;

import dev.sharedinbox.realtime.Feed;
import dev.sharedinbox.realtime.feed.FeedMetrics;
import dev.sharedinbox.realtime.presence.Presences;
import dev.sharedinbox.realtime.tail.LogConfig;
import dev.sharedinbox.realtime.wire.Connections;
import dev.sharedinbox.realtime.wire.Patience;
import dev.sharedinbox.team.signin.Viewers;
import io.quarkus.websockets.next.WebSocketSecurity;
import jakarta.inject.Singleton;
import java.time.Clock;

/// What all connections share.
///
/// @param reading how much is read for a connection at once, and how long it waits after a failure
@Singleton
record LiveRoom(
        Feed feed,
        Presences presences,
        Viewers viewers,
        WebSocketSecurity security,
        Frames frames,
        LogConfig reading,
        FeedMetrics feedMetrics,
        SocketConfig config,
        SocketMetrics metrics,
        Patience patience,
        Clock clock,
        Connections connections) {}
