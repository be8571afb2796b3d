package dev.sharedinbox.realtime.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of `/ws/v1`, whose limits hold for the websocket of GraphQL, too.
@ConfigMapping(prefix = "inbox.live")
public interface SocketConfig {

    /// How long a new connection may stay silent.
    @WithDefault("10s")
    Duration hello();

    /// A live client this many changes behind is too slow. It may resume, so this is less than `max-behind`.
    @WithDefault("5000")
    int maxLag();

    /// How often the server pings. A peer silent for three of them is gone.
    @WithDefault("25s")
    Duration heartbeat();

    /// What one client may ask for.
    Limits limits();

    /// What one client may ask for.
    interface Limits {

        /// A longer frame is a bad frame. The transport's own limit must not be lower.
        @WithDefault("65536")
        int frameBytes();

        @WithDefault("20")
        int framesPerSecond();

        /// How many of them may say who is typing or viewing.
        @WithDefault("5")
        int presenceFramesPerSecond();

        @WithDefault("50")
        int subscriptions();

        /// Phones leave dead connections behind when they change networks, so this is more than the devices people
        /// have.
        @WithDefault("20")
        int connectionsPerUser();
    }
}
