package dev.sharedinbox.whatsapp.graph;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How Meta's Graph API is called.
@ConfigMapping(prefix = "inbox.whatsapp.graph")
interface GraphConfig {

    /// Where the Graph API is, without the version.
    @WithDefault("https://graph.facebook.com")
    String baseUrl();

    /// The version that is spoken; Meta serves each for about two years.
    @WithDefault("v25.0")
    String version();

    /// How long to leave a customer alone who got too many messages at once.
    @WithDefault("6s")
    Duration pairRateWait();

    /// How long to leave a number alone that is in maintenance.
    @WithDefault("1m")
    Duration maintenanceWait();

    /// How long to leave a number alone whose credentials or settings are at fault. An administrator who has
    /// mended them waits as long at most.
    @WithDefault("30s")
    Duration pause();
}
