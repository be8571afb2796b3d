package dev.sharedinbox.chat.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When and how the end of session windows is told.
@ConfigMapping(prefix = "inbox.session")
public interface SessionConfig {

    /// Whether this node tells of windows. Others still do when it does not.
    @WithDefault("true")
    boolean enabled();

    /// How long before its end a window is said to be closing.
    @WithDefault("1h")
    Duration closingLead();

    /// How often a node looks for windows that are due, which is how late it may tell.
    @WithDefault("5s")
    Duration poll();

    /// Windows of a workspace that one transaction tells of. Its other writers wait for the end of it, so keep it
    /// small.
    @WithDefault("500")
    int batch();
}
