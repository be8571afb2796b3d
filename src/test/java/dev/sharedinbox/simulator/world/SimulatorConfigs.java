package dev.sharedinbox.simulator.world;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/// Settings for tests without Quarkus: the defaults, and what the test says otherwise.
public final class SimulatorConfigs {

    private SimulatorConfigs() {}

    public static SimulatorConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 300))
                .withMapping(SimulatorConfig.class)
                .build()
                .getConfigMapping(SimulatorConfig.class);
    }
}
