package dev.sharedinbox.realtime.tail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/// How the change log is read for everybody who listens.
@ConfigMapping(prefix = "inbox.live")
public interface LogConfig {

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

    /// How many changes are read, and how many frames of them are under way on a connection, at once: up to twice as
    /// many where each notifies.
    @WithDefault("100")
    int batch();

    /// A client more changes behind than this loads afresh faster than it replays.
    @WithDefault("10000")
    int maxBehind();

    /// A listener that sees little still learns a new cursor each time it was spared this many changes of others.
    @WithDefault("1000")
    int progressEvery();

    /// How many chats of a workspace are remembered as they were before they change, half a kilobyte each and more
    /// with long attributes of their customers. Of others, more is told than needed.
    @WithName("lists.remembered")
    @WithDefault("20000")
    int remembered();
}
