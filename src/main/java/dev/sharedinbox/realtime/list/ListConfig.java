package dev.sharedinbox.realtime.list;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of live chat lists.
@ConfigMapping(prefix = "inbox.live.lists")
interface ListConfig {

    /// How often time alone moves chats in and out of a list whose filter speaks of time.
    @WithDefault("30s")
    Duration interval();

    /// More chats than this that time moves at once make their viewers load afresh.
    @WithDefault("1000")
    int mostCrossings();

    /// How many rows a list keeps for listeners who are slow. One further behind reads from the database.
    @WithDefault("1000")
    int ring();
}
