package dev.sharedinbox.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the change log.
@ConfigMapping(prefix = "inbox.changes")
interface ChangeConfig {

    Retention retention();

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
}
