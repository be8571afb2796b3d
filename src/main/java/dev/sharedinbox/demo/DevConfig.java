package dev.sharedinbox.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Settings of the dev, demo and test worlds.
@ConfigMapping(prefix = "inbox.dev")
interface DevConfig {

    /// The app secret of the seeded plugins: what signs the webhooks that the simulator and trials send.
    @WithDefault("demo-app-secret")
    String appSecret();
}
