package dev.sharedinbox.realtime.wire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of every live connection.
@ConfigMapping(prefix = "inbox.live")
interface WireConfig {

    /// How long a frame may wait to be written before the consumer is too slow.
    @WithDefault("15s")
    Duration write();
}
