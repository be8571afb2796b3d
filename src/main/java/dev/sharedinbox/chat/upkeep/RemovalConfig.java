package dev.sharedinbox.chat.upkeep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How what was deleted is taken off chats.
@ConfigMapping(prefix = "inbox.removals")
public interface RemovalConfig {

    /// How often a node looks for what another one has left half done.
    @WithDefault("30s")
    Duration poll();

    /// Chats that one transaction changes. They, and at its end the workspace's other writers, wait for it.
    @WithDefault("200")
    int batch();
}
