package dev.sharedinbox.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the change log.
@ConfigMapping(prefix = "inbox.changes")
interface ChangeConfig {

    Retention retention();

    Nodes nodes();

    /// How long a client may stay away and still resume.
    interface Retention {

        /// Older changes are removed; a cursor from before them must load afresh.
        @WithDefault("7d")
        Duration keep();

        /// How many changes one transaction removes. Writers of the workspace wait for its last moment, so keep it
        /// small.
        @WithDefault("5000")
        int batch();
    }

    /// How the nodes of an installation wake each other.
    interface Nodes {

        /// Whether to send and hear PostgreSQL notifications. A single node needs none; behind a pooler that shares
        /// connections between statements they do not work, and the readers' own poll has to do.
        @WithDefault("true")
        boolean enabled();

        /// How long hints gather before they are sent together, so that a busy workspace costs a hundred a second at
        /// most.
        @WithDefault("10ms")
        Duration gather();

        /// How long to wait before listening again after the connection was lost.
        @WithDefault("2s")
        Duration reconnect();
    }
}
