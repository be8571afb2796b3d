package dev.sharedinbox.channel.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long account events are kept.
@ConfigMapping(prefix = "inbox.account-events")
interface AccountEventConfig {

    /// Events that happened longer ago are removed. How numbers and accounts stand does not go with them.
    @WithDefault("400d")
    Duration retention();

    /// How many events one transaction removes.
    @WithDefault("500")
    int retentionBatch();
}
