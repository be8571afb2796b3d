package dev.sharedinbox.space.count;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Settings of spaces.
@ConfigMapping(prefix = "inbox.spaces")
interface SpaceConfig {

    /// Where counting the chats of a space stops, for all and for the unread ones. It bounds what a count costs: a few
    /// milliseconds at the default.
    @WithDefault("1000")
    int countLimit();
}
