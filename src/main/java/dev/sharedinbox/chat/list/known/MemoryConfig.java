package dev.sharedinbox.chat.list.known;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What a node remembers of the chats it has shown in lists.
@ConfigMapping(prefix = "inbox.lists.memory")
interface MemoryConfig {

    /// How many chats of a workspace, about two kilobytes each.
    @WithDefault("4000")
    int chats();

    /// Of how many workspaces: those whose pages were asked for last.
    @WithDefault("16")
    int workspaces();

    /// For how long, so that what somebody changes in the database without a word in the log is seen, too.
    @WithDefault("5m")
    Duration longest();
}
