package dev.sharedinbox.realtime.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of typing and viewing.
@ConfigMapping(prefix = "inbox.presence")
interface PresenceConfig {

    /// How long somebody counts as typing after they said so. Clients say so again while it goes on.
    @WithDefault("8s")
    Duration typing();

    /// How long somebody counts as viewing when nothing more is heard of their node. A living connection
    /// renews it with its heartbeat, so this is to be more than twice `inbox.live.heartbeat`.
    @WithDefault("60s")
    Duration viewing();

    /// How often what has expired is looked for.
    @WithDefault("500ms")
    Duration sweep();

    /// How many doings of one workspace a node knows at most; more are not told.
    @WithDefault("5000")
    int mostPerWorkspace();

    /// How many events of one workspace may wait to be told; more are dropped.
    @WithDefault("1000")
    int mostWaiting();
}
