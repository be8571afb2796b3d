package dev.sharedinbox.realtime;

import dev.sharedinbox.realtime.presence.Presences;
import dev.sharedinbox.team.Viewers;
import io.quarkus.websockets.next.WebSocketSecurity;
import java.time.Clock;

/// What all connections share.
record LiveRoom(
        Feed feed,
        Presences presences,
        Viewers viewers,
        WebSocketSecurity security,
        Frames frames,
        LiveConfig config,
        LiveMetrics metrics,
        Clock clock,
        LiveConnections connections) {}
