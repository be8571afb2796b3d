package dev.sharedinbox.realtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of everything live.
@ConfigMapping(prefix = "inbox.live")
interface LiveConfig {

    /// How often a tail looks for changes that no wake-up told of. It bounds what losing wake-ups costs.
    @WithDefault("1s")
    Duration poll();

    /// How long a tail that has just read waits for more before it reads again. It bounds how often a busy workspace's
    /// log is read, at the price of this much delay for all but the first change.
    @WithDefault("5ms")
    Duration gather();

    /// How many rendered changes a workspace's tail keeps. A listener further behind reads from the database.
    @WithDefault("2000")
    int ring();

    /// How many changes are read, and how many frames are under way on a connection, at once.
    @WithDefault("100")
    int batch();

    /// A client more changes behind than this loads afresh faster than it replays.
    @WithDefault("10000")
    int maxBehind();

    /// A listener that sees little still learns a new cursor each time it was spared this many changes of others.
    @WithDefault("1000")
    int progressEvery();

    /// How long a new connection may stay silent.
    @WithDefault("10s")
    Duration hello();

    /// A live client this many changes behind is too slow. It may resume, so this is less than `max-behind`.
    @WithDefault("5000")
    int maxLag();

    /// How often the server pings. A peer silent for three of them is gone.
    @WithDefault("25s")
    Duration heartbeat();

    /// How long a frame may wait to be written before the consumer is too slow.
    @WithDefault("15s")
    Duration write();

    Limits limits();

    Lists lists();

    /// Settings of live chat lists.
    interface Lists {

        /// How often time alone moves chats in and out of a list whose filter speaks of time.
        @WithDefault("30s")
        Duration interval();

        /// More chats than this that time moves at once make their viewers load afresh.
        @WithDefault("1000")
        int mostCrossings();

        /// How many chats of a workspace are remembered as they were before they change, half a kilobyte each. Of
        /// others, more is told than needed.
        @WithDefault("20000")
        int remembered();

        /// How many rows a list keeps for listeners who are slow. One further behind reads from the database.
        @WithDefault("1000")
        int ring();
    }

    Counts counts();

    /// Settings of live counts.
    interface Counts {

        /// How often, at most, a list whose chats change is counted anew.
        @WithDefault("1s")
        Duration interval();

        /// How many lists are counted in one statement. Of a workspace, one statement at a time is under way.
        @WithDefault("10")
        int batch();
    }

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
