package dev.sharedinbox.realtime.count;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of live counts.
@ConfigMapping(prefix = "inbox.live.counts")
interface CountConfig {

    /// How often, at most, a list whose chats change is counted anew.
    @WithDefault("1s")
    Duration interval();

    /// How many lists are counted in one statement. Of a workspace, one statement at a time is under way.
    @WithDefault("10")
    int batch();
}
